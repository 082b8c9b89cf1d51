import { invalid } from '../errors.ts';

/** Which part of a list is asked for; lists are newest first and their cursors are row ids. */
export type PageInput = {
  /** 1 to 200. */
  readonly first: number;
  /** The row after which the page begins. */
  readonly after?: string | null | undefined;
  /** Rows to skip: the legacy way of paging. */
  readonly offset?: number | null | undefined;
};

export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** Counts every row that matches, on this page or not. Costs a statement, so only who shows it asks. */
  readonly countAll: () => Promise<number>;
};

/** What a list also reads of each row, or another order that comes to the same, in the ORM's own terms. */
export type RowQuery = object;

export type Delegate<Row, Where> = {
  findMany(args: { where: Where; orderBy: { id: 'asc' | 'desc' }; take: number; skip: number }): Promise<Row[]>;
  findFirst(args: { where: { id: string }; select: { id: true } }): Promise<{ id: string } | null>;
  count(args: { where: Where }): Promise<number>;
};

type AuditReader = {
  findFirst(args: { where: { subjectId: string }; select: { id: true } }): Promise<{ id: string } | null>;
};

/** The same table, which knows the rows that are gone for good by the audit, so that a page behind one still follows. */
export const withPurged = <Row, Where>(table: Delegate<Row, Where>, audit: AuditReader): Delegate<Row, Where> => ({
  findMany: (args) => table.findMany(args),
  count: (args) => table.count(args),
  findFirst: async (args) =>
    (await table.findFirst(args)) ?? audit.findFirst({ where: { subjectId: args.where.id }, select: { id: true } }),
});

export const maxPageSize = 200;

/**
 * One keyset page of a table, newest first: ids are ULIDs, so the primary key is the order.
 * @throws INVALID for a page size out of bounds and for a cursor that is no row the caller can see.
 */
export async function listPage<Row, Where extends object>(
  delegate: Delegate<Row, Where>,
  where: Where,
  { first, after, offset }: PageInput,
  query: RowQuery = {},
  mostRows = maxPageSize,
): Promise<Page<Row>> {
  if (!Number.isInteger(first) || first < 1 || first > mostRows)
    throw invalid(`first must be 1 to ${mostRows}.`, 'first');
  if (offset != null && (!Number.isInteger(offset) || offset < 0)) throw invalid('offset must be 0 or more.', 'offset');
  if (offset && after) throw invalid('Give either after or offset, not both.', 'offset');
  if (after) {
    const cursor = await delegate.findFirst({ where: { id: after }, select: { id: true } });
    if (!cursor) throw invalid('The cursor is not known here.', 'after');
  }
  const pageWhere = after ? { ...where, id: { lt: after } } : where;
  const found = await delegate.findMany({
    orderBy: { id: 'desc' },
    ...query,
    where: pageWhere,
    take: first + 1,
    skip: offset ?? 0,
  });
  return {
    rows: found.slice(0, first),
    hasNextPage: found.length > first,
    countAll: () => delegate.count({ where }),
  };
}
