import {
  type AutomationRun,
  type Enrolment,
  type Message,
  type Note,
  Prisma,
  type ScheduledEmail,
  type Task,
  type Touchpoint,
} from '../generated/prisma/client.ts';
import { invalid } from '../../errors.ts';
import type { TenantScope } from '../scoped.ts';

type ChildListDefinition = {
  readonly table: string;
  readonly fields: object;
  /** The column that points to the parent. */
  readonly parent: string;
  readonly order: 'asc' | 'desc';
  /** The instant they are in order of, where that is not when they were made. */
  readonly by?: string;
  /** The columns a page can be narrowed by, with their types. */
  readonly narrowedBy?: Readonly<Record<string, string>>;
};

/** The lists that hang below a parent. */
const children = {
  tasksOfLead: { table: 'tasks', fields: Prisma.TaskScalarFieldEnum, parent: 'lead_id', order: 'desc' },
  messagesOfConversation: {
    table: 'messages',
    fields: Prisma.MessageScalarFieldEnum,
    parent: 'conversation_id',
    order: 'asc',
  },
  notesOfLead: {
    table: 'notes',
    fields: Prisma.NoteScalarFieldEnum,
    parent: 'lead_id',
    order: 'desc',
    narrowedBy: { type: '"NoteType"', pinned: 'boolean' },
  },
  touchpointsOfLead: {
    table: 'touchpoints',
    fields: Prisma.TouchpointScalarFieldEnum,
    parent: 'lead_id',
    order: 'desc',
    by: 'occurred_at',
    narrowedBy: { type: '"TouchpointType"' },
  },
  automationRunsOfLead: {
    table: 'automation_runs',
    fields: Prisma.AutomationRunScalarFieldEnum,
    parent: 'lead_id',
    order: 'desc',
  },
  enrolmentsOfLead: {
    table: 'enrolments',
    fields: Prisma.EnrolmentScalarFieldEnum,
    parent: 'lead_id',
    order: 'desc',
    narrowedBy: { status: '"EnrolmentStatus"' },
  },
  enrolmentsOfCampaign: {
    table: 'enrolments',
    fields: Prisma.EnrolmentScalarFieldEnum,
    parent: 'campaign_id',
    order: 'desc',
    narrowedBy: { status: '"EnrolmentStatus"' },
  },
  emailsOfEnrolment: {
    table: 'scheduled_emails',
    fields: Prisma.ScheduledEmailScalarFieldEnum,
    parent: 'enrolment_id',
    order: 'asc',
    narrowedBy: { state: '"ScheduledEmailState"' },
  },
} as const satisfies Record<string, ChildListDefinition>;

type ChildRows = {
  tasksOfLead: Task;
  messagesOfConversation: Message;
  notesOfLead: Note;
  touchpointsOfLead: Touchpoint;
  automationRunsOfLead: AutomationRun;
  enrolmentsOfLead: Enrolment;
  enrolmentsOfCampaign: Enrolment;
  emailsOfEnrolment: ScheduledEmail;
};
export type ChildList = keyof ChildRows;

/** What the rows must hold, by column; null and absent are the same. */
export type ChildFilter = Readonly<Record<string, string | boolean | null | undefined>>;

export type ChildRange = {
  /** Rows per parent. */
  readonly limit: number;
  /** Exclusive row id to begin behind. */
  readonly after: string | null;
  /** Takes the last rows instead of the first, in the same order. */
  readonly fromEnd: boolean;
  /** Rows to skip: the legacy way of paging. */
  readonly offset?: number;
  readonly filter?: ChildFilter;
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

/** The conditions a filter makes, and their values; parameters count on from `from`. A column that no list names is a defect. */
function narrow(list: ChildListDefinition, filter: ChildFilter, from: number): { sql: string; values: unknown[] } {
  const given = Object.entries(filter).filter(([, value]) => value != null);
  const conditions = given.map(([column], index) => {
    const type = list.narrowedBy?.[column];
    if (!type) throw new Error(`${list.table} are not narrowed by ${column}.`);
    return ` and ${column} = $${from + index}::${type}`;
  });
  return { sql: conditions.join(''), values: given.map(([, value]) => value) };
}

/** Where a page begins: behind a row, in the order of the list. */
function behind({ table, order, by }: ChildListDefinition): string {
  const than = order === 'asc' ? '>' : '<';
  if (!by) return `id ${than} $4`;
  return `(${by}, id) ${than} (select ${by}, id from ${table} where org_id = $1 and id = $4)`;
}

function pageSql(list: ChildListDefinition, { fromEnd }: ChildRange, narrowed: string): string {
  const { table, fields, parent, order, by } = list;
  const sorted = (direction: 'asc' | 'desc') => `${by ? `${by} ${direction}, ` : ''}id ${direction}`;
  const opposite = order === 'asc' ? 'desc' : 'asc';
  // By name: what takes every column is not prepared, see name-statements.ts.
  const columns = Object.keys(fields).map(toSnakeCase).join(', ');
  return `select ${columns} from unnest($3::text[]) as p(parent) cross join lateral (
      select ${columns} from ${table}
       where org_id = $1 and ${parent} = p.parent and ($2::text is null or business_id = $2)
         and ($4::text is null or ${behind(list)})${narrowed}
       order by ${sorted(fromEnd ? opposite : order)} limit $5 offset $6
    ) c order by ${sorted(order)}`;
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
  range: ChildRange,
): Promise<Map<string, ChildRows[List][]>> {
  const definition: ChildListDefinition = children[list];
  const { limit, after, offset = 0, filter = {} } = range;
  if (after !== null) await requireCursor(database, scope, definition.table, after);
  const narrowed = narrow(definition, filter, 7);
  const rows = await database.$queryRawUnsafe<RawRow[]>(
    pageSql(definition, range, narrowed.sql),
    scope.orgId,
    scope.businessId,
    parentIds,
    after,
    limit,
    offset,
    ...narrowed.values,
  );
  const pages = new Map<string, ChildRows[List][]>(parentIds.map((id) => [id, []]));
  // The columns are the model's own; only their names were changed.
  for (const row of rows) pages.get(String(row[definition.parent]))?.push(toModelRow(row) as ChildRows[List]);
  return pages;
}

/** How many children each of many parents has, in one statement. */
export async function countChildren(
  database: RawReader,
  scope: TenantScope,
  list: ChildList,
  parentIds: readonly string[],
  filter: ChildFilter = {},
): Promise<Map<string, number>> {
  const definition: ChildListDefinition = children[list];
  const { table, parent } = definition;
  const narrowed = narrow(definition, filter, 4);
  const sql = `select ${parent} as id, count(*)::int as count from ${table}
    where org_id = $1 and ${parent} = any($3::text[]) and ($2::text is null or business_id = $2)${narrowed.sql} group by 1`;
  const rows = await database.$queryRawUnsafe<{ id: string; count: number }[]>(
    sql,
    scope.orgId,
    scope.businessId,
    parentIds,
    ...narrowed.values,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
