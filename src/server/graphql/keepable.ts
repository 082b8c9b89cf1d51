import {
  type DocumentNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const isMarked = ({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): boolean =>
  extensions['fresh'] !== undefined;

/** Whether what a field answers is found out anew each time: its mark says so, or that of a type which it may answer. */
export function isFresh(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): boolean {
  const type: GraphQLNamedType = getNamedType(field.type);
  return isMarked(field) || isMarked(type) || (isAbstractType(type) && schema.getPossibleTypes(type).some(isMarked));
}

/** Whether a valid document only reads what stays the same until the organisation's next change. */
export type IsKeepable = (document: DocumentNode) => boolean;

/** Reads each document once. */
export function createKeepable(schema: GraphQLSchema): IsKeepable {
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    const found = known.get(document) ?? readKeepable(schema, document);
    known.set(document, found);
    return found;
  };
}

function readKeepable(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let keepable = true;
  const visitor = visitWithTypeInfo(types, {
    OperationDefinition: ({ operation }) => void (keepable &&= operation === OperationTypeNode.QUERY),
    Field() {
      const field = types.getFieldDef();
      // What the schema does not know makes no answer.
      keepable &&= field != null && !isFresh(schema, field);
    },
  });
  visit(document, visitor);
  return keepable;
}
