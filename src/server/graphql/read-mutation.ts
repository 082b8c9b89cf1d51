import {
  type DocumentNode,
  getNamedType,
  getOperationAST,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { idPrefixes, type NodeType } from '../../ids.ts';

/** What of a mutation decides whether it can be answered again. */
export type Mutation = {
  /** The names of its root fields, each once for every name it is answered under. */
  readonly fields: readonly string[];
  /** Whether it asks for what is shown once and never kept. */
  readonly secret: boolean;
  /** The types with ids that its first root field answers. */
  readonly nodeTypes: readonly NodeType[];
};

const isNodeType = (name: string): name is NodeType => Object.hasOwn(idPrefixes, name);

/** Reads mutations, each document once; null for any other operation. */
export function createMutationReader(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Mutation | null>>();
  return (document: DocumentNode, operationName: string | null | undefined): Mutation | null => {
    const byName = known.get(document) ?? new Map<string, Mutation | null>();
    known.set(document, byName);
    const name = operationName ?? '';
    const found = byName.get(name);
    if (found !== undefined) return found;
    const mutation = readMutation(schema, document, operationName);
    byName.set(name, mutation);
    return mutation;
  };
}

function readMutation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Mutation | null {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return null;
  const fields = new Map(rootFields(document, operation.selectionSet.selections));
  const [first = ''] = fields.values();
  return { fields: [...fields.values()], secret: asksForSecret(schema, document), nodeTypes: nodesOf(schema, first) };
}

/** Root fields by the names they are answered under. */
function rootFields(document: DocumentNode, selections: readonly SelectionNode[]): [string, string][] {
  return selections.flatMap((selection): [string, string][] => {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      return name === '__typename' ? [] : [[selection.alias?.value ?? name, name]];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet.selections);
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet.selections) : [];
  });
}

function asksForSecret(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let asks = false;
  visit(
    document,
    visitWithTypeInfo(types, { Field: () => void (asks ||= types.getFieldDef()?.extensions['secret'] === true) }),
  );
  return asks;
}

function nodesOf(schema: GraphQLSchema, field: string): NodeType[] {
  const payload = getNamedType(schema.getMutationType()?.getFields()[field]?.type);
  if (!isObjectType(payload)) return [];
  const names = Object.values(payload.getFields()).flatMap(({ type }) => {
    const named = getNamedType(type);
    return isInterfaceType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [named.name];
  });
  return [...new Set(names)].filter(isNodeType);
}
