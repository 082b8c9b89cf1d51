import {
  both,
  checkPage,
  type Direction,
  type Joinable,
  type Page,
  type PageInput,
  requireNoOffset,
  type RowQuery,
} from '../page.ts';
import { type Order, orderByOf, type Place, type Reading, stretchesOf } from './stretches.ts';

export type OrderedTable<Row, Where> = {
  findMany(args: { where: Where; orderBy: Record<string, Direction>[]; take: number; skip?: number }): Promise<Row[]>;
  count(args: { where: Where }): Promise<number>;
};

export type OrderedOptions<Row> = {
  /** The place of the page's cursor, if it has one. */
  readonly from: Place | null;
  /** A place ahead, up to which it is known to be worth looking; the end of the list by default. */
  readonly until?: Place | null;
  readonly cursorOf?: (row: Row) => string;
  readonly query?: RowQuery;
  readonly mostRows?: number;
};

/**
 * One keyset page in an order other than that of the ids: one statement, and one for each further stretch where the first does
 * not fill it. A row that stays where it is while pages are read is met exactly once; one that moves may be met again or not at
 * all, but never twice on one page.
 * @throws INVALID for a page size out of bounds, and for an offset, which no index answers.
 */
export async function listOrdered<Row extends { readonly id: string }, Where extends Joinable>(
  table: OrderedTable<Row, Where>,
  where: Where,
  order: Order,
  page: PageInput,
  { from, until = null, cursorOf, query = {}, mostRows }: OrderedOptions<Row>,
): Promise<Page<Row>> {
  checkPage(page, mostRows);
  requireNoOffset(page);
  const { size, backward = false } = page;
  const read = async (reading: Reading, most: number) => {
    const orderBy = orderByOf(order, reading.backward);
    const found: Row[] = [];
    for (const stretch of stretchesOf(order, reading)) {
      const take = most - found.length;
      if (take > 0) found.push(...(await table.findMany({ ...query, where: both(where, stretch), orderBy, take })));
    }
    return found;
  };
  const found = await read({ from, until, backward }, size + 1);
  const rows = unique(found.slice(0, size));
  return {
    rows: backward ? rows.toReversed() : rows,
    backward,
    hasMore: found.length > size,
    hasOther: async () => from !== null && (await read({ from, backward: !backward, inclusive: true }, 1)).length > 0,
    countAll: () => table.count({ where }),
    ...(cursorOf && { cursorOf }),
  };
}

/** A row that moved between two statements stands where it was met first. */
function unique<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  const met = new Set<string>();
  return rows.filter(({ id }) => {
    const isNew = !met.has(id);
    met.add(id);
    return isNew;
  });
}
