import { invalid } from '../errors.ts';

/** Which part of a list is asked for; lists are newest first unless they say otherwise. */
export type PageInput = {
  /** How many rows: 1 to 200. */
  readonly size: number;
  /** Where the page begins: behind this place, or before it where the list is read backwards. A row id, or a cursor of the order. */
  readonly cursor?: string | null | undefined;
  /** Reads from the end of the list, or from the cursor, towards its beginning. The rows are in the list’s order all the same. */
  readonly backward?: boolean | undefined;
  /** Rows to skip: the legacy way of paging. */
  readonly offset?: number | null | undefined;
};

export type Page<Row> = {
  /** In the order of the list. */
  readonly rows: readonly Row[];
  readonly backward: boolean;
  /** Whether there are more in the direction of reading. */
  readonly hasMore: boolean;
  /** Whether there are rows on the side the page was reached from. Costs a statement where a cursor was given. */
  readonly hasOther: () => Promise<boolean>;
  /** Counts every row that matches, on this page or not. Costs a statement, so only who shows it asks. */
  readonly countAll: () => Promise<number>;
  /** The cursor of a row, where it is not the row's id. */
  readonly cursorOf?: (row: Row) => string;
};

export type Direction = 'asc' | 'desc';

export const opposite = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc');

/** What a list also reads of each row, in the ORM's own terms. */
export type RowQuery = object;

export type Delegate<Row, Where> = {
  findMany(args: { where: Where; orderBy: Record<string, Direction>[]; take: number; skip: number }): Promise<Row[]>;
  findFirst(args: { where: Where | { id: string }; select: { id: true } }): Promise<{ id: string } | null>;
  count(args: { where: Where }): Promise<number>;
  /** How many rows match, where that is kept; null where they would have to be counted. */
  kept?(args: { where: Where }): Promise<number | null>;
};

export type ListOptions<Where> = {
  /** All that is in the list, where it is known that a narrower condition holds the page. */
  readonly whole?: Where;
  readonly query?: RowQuery;
  readonly mostRows?: number;
  /** By id: descending, the newest first, by default. */
  readonly direction?: Direction;
  /** Another order that comes to the same as that of the ids. */
  readonly orderBy?: (direction: Direction) => Record<string, Direction>[];
  /** Whether the cursor's row was read just now. */
  readonly isCursorKnown?: boolean;
  /** Whether a row that is gone was there, so that a page behind it still follows. */
  readonly wasThere?: (id: string) => Promise<boolean>;
};

export const maxPageSize = 200;

/** @throws INVALID for a page size out of bounds, or an offset beside a cursor. */
export function checkPage({ size, cursor, backward = false, offset }: PageInput, mostRows = maxPageSize): void {
  const field = backward ? 'last' : 'first';
  if (!Number.isInteger(size) || size < 1 || size > mostRows)
    throw invalid(`${field} must be 1 to ${mostRows}.`, field);
  if (offset == null) return;
  if (!Number.isInteger(offset) || offset < 0) throw invalid('offset must be 0 or more.', 'offset');
  if (offset > 0 && cursor) throw invalid(`Give either ${cursorField({ backward })} or offset, not both.`, 'offset');
  if (offset > 0 && backward)
    throw invalid('offset counts from the beginning: it goes with first, not with last.', 'offset');
}

/** @throws INVALID for an offset, which no index of an order by a column answers. */
export function requireNoOffset({ offset }: Pick<PageInput, 'offset'>): void {
  if (offset) throw invalid('offset goes with the order of CREATED_AT alone: page by cursors.', 'offset');
}

/** What a page's cursor is called. */
export const cursorField = ({ backward = false }: Pick<PageInput, 'backward'>) => (backward ? 'before' : 'after');

export const unknownCursor = (page: Pick<PageInput, 'backward'>) =>
  invalid('The cursor is not known here.', cursorField(page));

/** Conditions in the ORM's terms, which more can be joined to. */
export type Joinable = { AND?: unknown };

/** What holds where both do. */
export const both = <Where extends Joinable>(where: Where, other: object): Where => ({
  ...where,
  AND: [...[where.AND ?? []].flat(), other],
});

type Finder = {
  findFirst(args: { where: { id: string }; select: { id: true } }): Promise<{ id: string } | null>;
};

/** @throws INVALID for a cursor whose row the caller can neither see nor ever saw. */
export async function requireCursorRow(
  table: Finder,
  id: string,
  page: Pick<PageInput, 'backward'>,
  wasThere: ListOptions<unknown>['wasThere'],
): Promise<void> {
  if (await table.findFirst({ where: { id }, select: { id: true } })) return;
  if (!(await wasThere?.(id))) throw unknownCursor(page);
}

/** Beyond so many rows to skip, those are passed over by their ids alone: an index is read, and no row. */
const farOffset = 500;

type Far<Where> = { readonly where: Where; readonly reading: Direction; readonly offset: number };

/**
 * What holds of the rows behind so many, of which an index of the ids knows the first; null where there are not as many. Where it is
 * kept how many rows there are, they are passed over from the nearer end: at most half of them ever are.
 */
async function behind<Row, Where>(
  table: Delegate<Row, Where>,
  { where, reading, offset }: Far<Where>,
): Promise<object | null> {
  const total = (await table.kept?.({ where })) ?? null;
  const left = total === null ? null : total - offset - 1;
  if (left !== null && left < 0) return null;
  const isNearEnd = left !== null && left < offset;
  const select: RowQuery = { select: { id: true } };
  const [first] = await table.findMany({
    ...select,
    where,
    orderBy: [{ id: isNearEnd ? opposite(reading) : reading }],
    take: 1,
    skip: isNearEnd ? left : offset,
  });
  const id: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined;
  return id === undefined ? null : { id: { [reading === 'asc' ? 'gte' : 'lte']: id } };
}

/**
 * One keyset page of a table: ids are ULIDs, so the primary key is the order.
 * @throws INVALID for a page size out of bounds and for a cursor that is no row the caller can see.
 */
export async function listPage<Row, Where extends Joinable>(
  table: Delegate<Row, Where>,
  where: Where,
  page: PageInput,
  {
    query = {},
    mostRows,
    direction = 'desc',
    orderBy,
    isCursorKnown = false,
    wasThere,
    whole = where,
  }: ListOptions<Where> = {},
): Promise<Page<Row>> {
  checkPage(page, mostRows);
  const { size, cursor, backward = false, offset } = page;
  if (cursor && !isCursorKnown) await requireCursorRow(table, cursor, page, wasThere);
  const reading = backward ? opposite(direction) : direction;
  const [beyond, within] = reading === 'asc' ? ['gt', 'lte'] : ['lt', 'gte'];
  const isFar = offset != null && offset > farOffset && orderBy === undefined;
  const start = isFar ? await behind(table, { where, reading, offset }) : cursor && { id: { [beyond]: cursor } };
  const found =
    isFar && !start
      ? []
      : await table.findMany({
          ...query,
          orderBy: orderBy?.(reading) ?? [{ id: reading }],
          where: start ? both(where, start) : where,
          take: size + 1,
          skip: isFar ? 0 : (offset ?? 0),
        });
  const other = cursor ? both(whole, { id: { [within]: cursor } }) : offset ? whole : null;
  const rows = found.slice(0, size);
  return {
    rows: backward ? rows.toReversed() : rows,
    backward,
    hasMore: found.length > size,
    hasOther: async () => other !== null && (await table.findFirst({ where: other, select: { id: true } })) !== null,
    countAll: () => table.count({ where: whole }),
  };
}
