import { type Message, Prisma, type Task } from './generated/prisma/client.ts';
import { invalid } from '../domain/errors.ts';
import type { TenantScope } from './scoped.ts';

/** The lists that hang below a parent, with the column that points to it and the order they are read in. */
const children = {
  tasksOfLead: { table: 'tasks', fields: Prisma.TaskScalarFieldEnum, parent: 'lead_id', order: 'desc' },
  messagesOfConversation: {
    table: 'messages',
    fields: Prisma.MessageScalarFieldEnum,
    parent: 'conversation_id',
    order: 'asc',
  },
} as const satisfies Record<string, { table: string; fields: object; parent: string; order: 'asc' | 'desc' }>;

type ChildRows = { tasksOfLead: Task; messagesOfConversation: Message };
export type ChildList = keyof ChildRows;

export type ChildRange = {
  /** Rows per parent. */
  readonly limit: number;
  /** Exclusive row id to begin behind. */
  readonly after: string | null;
  /** Takes the last rows instead of the first, in the same order. */
  readonly fromEnd: boolean;
};

type RawReader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };
type RawRow = Record<string, unknown>;

const toSnakeCase = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const toCamelCase = (column: string) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Columns are the snake case of the fields, so a raw row becomes a row of the model by its names alone. */
const toModelRow = (row: RawRow): RawRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [toCamelCase(column), value]));

/** @throws INVALID for a cursor that is no row the caller can see. */
async function requireCursor(
  database: RawReader,
  { orgId, businessId }: TenantScope,
  table: string,
  id: string,
): Promise<void> {
  const sql = `select 1 from ${table} where org_id = $1 and id = $3 and ($2::text is null or business_id = $2)`;
  const found = await database.$queryRawUnsafe<RawRow[]>(sql, orgId, businessId, id);
  if (found.length === 0) throw invalid('The cursor is not known here.', 'after');
}

/**
 * A page of children for each of many parents, in one statement whatever their number: the ORM would read every child and
 * cut the pages in memory. The rows of each parent stand under its id.
 * @throws INVALID for an `after` that is no row the caller can see.
 */
export async function readChildPages<List extends ChildList>(
  database: RawReader,
  scope: TenantScope,
  list: List,
  parentIds: readonly string[],
  { limit, after, fromEnd }: ChildRange,
): Promise<Map<string, ChildRows[List][]>> {
  const { table, fields, parent, order } = children[list];
  if (after !== null) await requireCursor(database, scope, table, after);
  const ascending = (order === 'asc') !== fromEnd;
  // By name: what takes every column is not prepared, see name-statements.ts.
  const columns = Object.keys(fields).map(toSnakeCase).join(', ');
  const sql = `select ${columns} from unnest($3::text[]) as p(parent) cross join lateral (
      select ${columns} from ${table}
       where org_id = $1 and ${parent} = p.parent and ($2::text is null or business_id = $2)
         and ($4::text is null or id ${order === 'asc' ? '>' : '<'} $4)
       order by id ${ascending ? 'asc' : 'desc'} limit $5
    ) c order by c.id ${order}`;
  const rows = await database.$queryRawUnsafe<RawRow[]>(sql, scope.orgId, scope.businessId, parentIds, after, limit);
  const pages = new Map<string, ChildRows[List][]>(parentIds.map((id) => [id, []]));
  // The columns are the model's own; only their names were changed.
  for (const row of rows) pages.get(String(row[parent]))?.push(toModelRow(row) as ChildRows[List]);
  return pages;
}

/** How many children each of many parents has, in one statement. */
export async function countChildren(
  database: RawReader,
  scope: TenantScope,
  list: ChildList,
  parentIds: readonly string[],
): Promise<Map<string, number>> {
  const { table, parent } = children[list];
  const sql = `select ${parent} as id, count(*)::int as count from ${table}
    where org_id = $1 and ${parent} = any($3::text[]) and ($2::text is null or business_id = $2) group by 1`;
  const rows = await database.$queryRawUnsafe<{ id: string; count: number }[]>(
    sql,
    scope.orgId,
    scope.businessId,
    parentIds,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
