import { type NodeType, toGlobalId } from '../../src/ids.ts';
import type { ExpectableTable } from '../../src/db/write/expected-row.ts';
import type { Resource } from './route.ts';

/** The row of an id that begins with this prefix; others name none. */
const rowId = (prefix: string, id: string): string => (id.startsWith(prefix) ? id.slice(prefix.length) : '');

/** A resource whose id its path holds, in a dialect whose ids begin so. */
export const shownAt =
  (path: string, table: ExpectableTable, prefix: string) =>
  (id: string): Resource => ({ path, params: { id }, place: { table, id: rowId(prefix, id) } });

/** A resource that only the list of all shows. */
export const shownIn =
  (path: string, table: ExpectableTable, prefix: string) =>
  ({ id }: { readonly id: string }): Resource => ({ path, params: {}, place: { table, id: rowId(prefix, id) } });

/** What a write made, for reading it again. */
export const idOfMade =
  (type: NodeType) =>
  (_fields: unknown, resourceId: string | null): { readonly id: string } => ({
    id: toGlobalId(type, resourceId ?? ''),
  });
