import {
  defaultFieldResolver,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';

/** A field of one type, as every row of that type is asked for it. */
export type FieldPlan = {
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly returnType: GraphQLOutputType;
  readonly value: ValuePlan;
  /** Null for the name of the type itself. */
  readonly definition: GraphQLField<unknown, unknown> | null;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
};

/** What becomes of a value. What must not be null and is, or fails, makes null of what is around it. */
export type ValuePlan = { readonly mayBeNull: boolean } & (
  | { readonly kind: 'leaf'; readonly leaf: GraphQLLeafType }
  | { readonly kind: 'list'; readonly item: ValuePlan }
  | { readonly kind: 'object'; readonly fields: readonly FieldPlan[] }
  | { readonly kind: 'abstract'; readonly among: GraphQLAbstractType; readonly fieldsOf: FieldsOf }
);

export type FieldsOf = (type: GraphQLObjectType) => readonly FieldPlan[];

/** An operation of a valid document, read once: which fields, of what, in which order. */
export type QueryPlan = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly root: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
};

/** What depends on variables or tells of the schema itself is left to graphql-js, and a key by which objects call their prototype. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Directive: () => void (plain = false),
    Field: ({ name, alias }) => {
      const isOfSchema = name.value.startsWith('__') && name.value !== '__typename';
      plain &&= !isOfSchema && alias?.value !== '__proto__';
    },
  });
  return plain;
}

/** Null for what graphql-js is to execute. */
function planQuery(schema: GraphQLSchema, document: DocumentNode, name: string | null): QueryPlan | null {
  const operation = getOperationAST(document, name);
  const root = schema.getQueryType();
  if (!operation || !root || operation.operation !== OperationTypeNode.QUERY || !isPlain(document)) return null;
  const fragments: QueryPlan['fragments'] = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const planner = createPlanner(schema, fragments);
  return { schema, operation, fragments, root, fields: planner(root, [operation.selectionSet]) };
}

function createPlanner(schema: GraphQLSchema, fragments: QueryPlan['fragments']) {
  function collect(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    spread: Set<string>,
  ) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = into.get(key);
        if (known) known.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      if (isSpread && spread.has(selection.name.value)) continue;
      if (isSpread) spread.add(selection.name.value);
      const within = isSpread ? fragments[selection.name.value] : selection;
      if (within && holdsFor(type, within.typeCondition?.name.value)) collect(type, within.selectionSet, into, spread);
    }
  }

  function holdsFor(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const among = schema.getType(condition);
    return isAbstractType(among) && schema.isSubType(among, type);
  }

  function fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly FieldPlan[] {
    const byKey = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) collect(type, set, byKey, spread);
    return [...byKey].flatMap(([key, nodes]) => planField(type, key, nodes) ?? []);
  }

  function planField(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan | null {
    const name = nodes[0]?.name.value ?? '';
    const isTypeName = name === '__typename';
    const definition = isTypeName ? null : parent.getFields()[name];
    if (definition === undefined) return null;
    const returnType = definition?.type ?? TypeNameMetaFieldDef.type;
    const resolve = definition?.resolve ?? defaultFieldResolver;
    return { key, parent, nodes, definition, returnType, resolve, value: planValue(returnType, nodes) };
  }

  function planValue(type: GraphQLOutputType, nodes: readonly FieldNode[]): ValuePlan {
    const mayBeNull = !isNonNullType(type);
    const inner: GraphQLLeafType | GraphQLObjectType | GraphQLAbstractType | GraphQLList<GraphQLOutputType> =
      isNonNullType(type) ? type.ofType : type;
    const about = { mayBeNull };
    if (isListType(inner)) return { ...about, kind: 'list', item: planValue(inner.ofType, nodes) };
    if (isLeafType(inner)) return { ...about, kind: 'leaf', leaf: inner };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (!isAbstractType(inner)) return { ...about, kind: 'object', fields: fieldsOf(inner, sets) };
    const known = new Map<string, readonly FieldPlan[]>();
    const ofType: FieldsOf = (one) => {
      const fields = known.get(one.name) ?? fieldsOf(one, sets);
      known.set(one.name, fields);
      return fields;
    };
    return { ...about, kind: 'abstract', among: inner, fieldsOf: ofType };
  }

  return fieldsOf;
}

/** Reads each operation once. */
export function createPlans(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string | null, QueryPlan | null>>();
  return (document: DocumentNode, name: string | null): QueryPlan | null => {
    const plans = known.get(document) ?? new Map<string | null, QueryPlan | null>();
    known.set(document, plans);
    const found = plans.get(name);
    if (found !== undefined) return found;
    const plan = planQuery(schema, document, name);
    plans.set(name, plan);
    return plan;
  };
}
