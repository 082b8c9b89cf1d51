import { invalidField } from '../../src/errors.ts';
import { idPrefixes, isRowId, type NodeType } from '../../src/ids.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets its keys
const entries = Object.entries(idPrefixes) as [NodeType, string][];
const typesByPrefix = new Map(entries.map(([type, prefix]) => [prefix, type]));

/** The type and row of an id, or null where it can be none of ours. */
export function parseGlobalId(id: string): { type: NodeType; rowId: string } | null {
  const separator = id.indexOf('_');
  const type = typesByPrefix.get(id.slice(0, Math.max(separator, 0)));
  const rowId = id.slice(separator + 1);
  return type && isRowId(rowId) ? { type, rowId } : null;
}

/** The row of an id of this type; null for anything else, which names nothing. */
export function findRowId(type: NodeType, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.rowId : null;
}

/** No row has this id. */
const noRow = '-';

/**
 * The row of an id of this type, for a verb to look up. What is no such id names no row, and the verb says so as of any other
 * that is not there: only to who may ask.
 */
export const rowIdOf = (type: NodeType, id: string): string => findRowId(type, id) ?? noRow;

/** The row an optional argument refers to. @throws INVALID naming the argument where it is no id of this type. */
export function referencedRowId(
  type: NodeType,
  field: string,
  id: string | null | undefined,
): string | null | undefined {
  if (id === null || id === undefined) return id;
  const rowId = findRowId(type, id);
  if (rowId === null) throw invalidField(field, `is no ${type} id`);
  return rowId;
}
