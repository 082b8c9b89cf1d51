import { gql, type TypedDocumentNode } from 'urql';
import { type RowFragment, RowFragmentDoc } from '../generated/operations.ts';

type Rows = Readonly<Record<string, RowFragment | null>>;
type Variables = Readonly<Record<string, string | boolean>>;

const documents = new Map<number, TypedDocumentNode<Rows, Variables>>();

function documentOf(count: number): TypedDocumentNode<Rows, Variables> {
  const known = documents.get(count);
  if (known) return known;
  const places = Array.from({ length: count }, (_, place) => place);
  const ids = places.map((place) => `$id${place}: ID!`).join(', ');
  const rows = places.map((place) => `row${place}: conversation(id: $id${place}) { ...Row }`).join(' ');
  const made = gql<Rows, Variables>`query ConversationRows(${ids}, $leads: Boolean!) { ${rows} } ${RowFragmentDoc}`;
  documents.set(count, made);
  return made;
}

/** Asks for all these rows at once: one document for each number of them. */
export const rowsAgain = (ids: readonly string[], leads: boolean) => ({
  document: documentOf(ids.length),
  variables: { ...Object.fromEntries(ids.map((id, place) => [`id${place}`, id])), leads },
});
