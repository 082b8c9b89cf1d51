import { requireScope } from '../../access/actor.ts';
import type { Prisma, Task, TaskStatus, TaskType } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { countTasks } from '../counts/kept-tasks.ts';
import { fromCursor, toCursor } from '../keyset/cursors.ts';
import { columnOrders } from '../keyset/column-orders.ts';
import { listOrdered, type OrderedTable } from '../keyset/list-ordered.ts';
import { placeOf } from '../keyset/stretches.ts';
import {
  type Delegate,
  type Direction,
  listPage,
  type Page,
  type PageInput,
  requireCursorRow,
  type RowQuery,
} from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type TaskFilter = {
  readonly widgetId?: string | null | undefined;
  readonly businessId?: string | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
  readonly status?: TaskStatus | null | undefined;
  readonly type?: TaskType | null | undefined;
  /** Inclusive. */
  readonly updatedSince?: Date | null | undefined;
  /** Inclusive. */
  readonly dueSince?: Date | null | undefined;
  /** Exclusive. */
  readonly dueBefore?: Date | null | undefined;
};

export type TaskOrderField = 'CREATED_AT' | 'DUE_AT';

/** What tasks are listed by; whatever the direction, those without a date stand last. */
export type TaskOrder = { readonly field: TaskOrderField; readonly direction: Direction };

type Table = Delegate<Task, Prisma.TaskWhereInput> & OrderedTable<Task, Prisma.TaskWhereInput>;

const toNamedOrder = columnOrders({ DUE_AT: { column: 'dueAt', kind: 'instant', nullable: true } });
const newestFirst: TaskOrder = { field: 'CREATED_AT', direction: 'desc' };

/**
 * Tasks, newest first by default. Cursors of the order by when they were made are row ids, those of the other opaque.
 * @param query selects `dueAt` where it selects anything: cursors are made of it
 * @throws INVALID for a page out of bounds, an offset in another order, and an unknown cursor
 */
export async function listTasks(
  context: DomainContext,
  filter: TaskFilter,
  page: PageInput,
  query: RowQuery = {},
  order: TaskOrder = newestFirst,
): Promise<Page<Task>> {
  requireScope(context.actor, 'tasks:read');
  const { task } = context.db;
  const table: Table = {
    findMany: (args: object) => task.findMany(args),
    findFirst: (args: object) => task.findFirst(args),
    count: (args) => countTasks(context, args.where),
  };
  const where = toWhere(filter);
  const named = toNamedOrder(order);
  if (!named) return listPage<Task, Prisma.TaskWhereInput>(table, where, page, { query, direction: order.direction });
  const from = page.cursor ? fromCursor(named, page.cursor, page) : null;
  if (from) await requireCursorRow(task, from.id, page, undefined);
  const cursorOf = (row: Task) => toCursor(named, placeOf(named, row));
  return listOrdered<Task, Prisma.TaskWhereInput>(table, where, named, page, { from, cursorOf, query });
}

function toWhere(filter: TaskFilter): Prisma.TaskWhereInput {
  const where: Prisma.TaskWhereInput = {};
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.leadId != null) where.leadId = filter.leadId;
  if (filter.conversationId != null) where.conversationId = filter.conversationId;
  if (filter.status != null) where.status = filter.status;
  if (filter.type != null) where.type = filter.type;
  if (filter.updatedSince) where.updatedAt = { gte: filter.updatedSince };
  const { dueSince, dueBefore } = filter;
  if (dueSince || dueBefore) where.dueAt = { ...(dueSince && { gte: dueSince }), ...(dueBefore && { lt: dueBefore }) };
  return where;
}
