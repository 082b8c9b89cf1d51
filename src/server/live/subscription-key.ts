import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, print, visit } from 'graphql';

export type SubscriptionIdentity = {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What decides which answer this caller gets: see `rightsDigest`. */
  readonly rights: string;
};

type Prepared = { readonly text: string; readonly variables: ReadonlySet<string> };

const prepared = new WeakMap<DocumentNode, Prepared>();

/** What two subscriptions have in common when each event looks the same in both, wherever each of them began. */
export function subscriptionKey({ document, operationName, variables, rights }: SubscriptionIdentity): string {
  const { text, variables: used } = prepare(document);
  const kept = Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name)));
  const identity = JSON.stringify([rights, operationName, text, canonical(kept)]);
  return createHash('sha256').update(identity).digest('base64url');
}

function prepare(document: DocumentNode): Prepared {
  const known = prepared.get(document);
  if (known) return known;
  const shared = visit(document, { OperationDefinition: withoutAfter });
  const variables = new Set<string>();
  visit(shared, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void variables.add(name.value),
  });
  const made = { text: print(shared), variables };
  prepared.set(document, made);
  return made;
}

/** `after` says where a subscription begins, nothing about what an event looks like. */
function withoutAfter(operation: OperationDefinitionNode): OperationDefinitionNode {
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return operation;
  const selections = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD
      ? { ...selection, arguments: (selection.arguments ?? []).filter(({ name }) => name.value !== 'after') }
      : selection,
  );
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, canonical(item)]);
}
