import { invalid } from '../../errors.ts';
import type { Run } from '../../db/run/run.ts';
import { type ChildFilter, type ChildList, type ChildRange, type ChildRows, children } from './child-lists.ts';
import { childCounts, childCursor, childPages, chosenPages } from './child-pages.sql.ts';

type Reader = { readonly run: Run };

/** What a filter holds the rows to, by column. */
const given = (filter: ChildFilter) => Object.entries(filter).filter(([, value]) => value != null);
const columnsOf = (filter: ChildFilter) => given(filter).map(([column]) => column);

/**
 * A page of children for each of many parents, in one statement. The rows of each parent stand under its id.
 * @throws INVALID for a cursor that is no row the caller can see.
 */
export async function readChildPages<List extends ChildList>(
  { run }: Reader,
  list: List,
  parentIds: readonly string[],
  { fields, limit, maxBytes, cursor, backward, leftOut = false, offset = 0, filter = {} }: ChildRange,
): Promise<Map<string, ChildRows[List][]>> {
  if (cursor !== null && !leftOut && (await run(childCursor(list), { cursor })).length === 0)
    throw invalid('The cursor is not known here.', backward ? 'before' : 'after');
  const hasCursor = cursor !== null;
  const isWeighed = maxBytes !== undefined;
  const shape = { list, hasCursor, backward, leftOut, isWeighed, narrowedBy: columnsOf(filter) };
  const page = fields ? chosenPages({ page: shape, fields }) : childPages(shape);
  const narrowed = Object.fromEntries(given(filter));
  const bounds = { ...(hasCursor && { cursor }), ...(isWeighed && { maxBytes }) };
  const rows = await run(page, { ...narrowed, ...bounds, parentIds, limit, offset });
  const pages = new Map<string, ChildRows[List][]>(parentIds.map((id) => [id, []]));
  for (const row of rows) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns are the model's own, under the names of its fields
    pages.get(String(row[children[list].parent]))?.push(row as ChildRows[List]);
  }
  return pages;
}

/** How many children each of many parents has, in one statement. */
export async function countChildren(
  { run }: Reader,
  list: ChildList,
  parentIds: readonly string[],
  filter: ChildFilter = {},
): Promise<Map<string, number>> {
  const counts = childCounts({ list, narrowedBy: columnsOf(filter) });
  const rows = await run(counts, { ...Object.fromEntries(given(filter)), parentIds });
  return new Map(rows.map(({ id, count }) => [id, count]));
}
