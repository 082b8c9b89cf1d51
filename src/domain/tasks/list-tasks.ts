import { requireScope } from '../../access/actor.ts';
import type { Prisma, Task, TaskStatus, TaskType } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput, type RowQuery } from '../page.ts';

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
};

export async function listTasks(
  context: DomainContext,
  filter: TaskFilter,
  page: PageInput,
  query: RowQuery = {},
): Promise<Page<Task>> {
  requireScope(context.actor, 'tasks:read');
  const where: Prisma.TaskWhereInput = {};
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.leadId != null) where.leadId = filter.leadId;
  if (filter.conversationId != null) where.conversationId = filter.conversationId;
  if (filter.status != null) where.status = filter.status;
  if (filter.type != null) where.type = filter.type;
  if (filter.updatedSince) where.updatedAt = { gte: filter.updatedSince };
  return listPage<Task, Prisma.TaskWhereInput>(context.db.task, where, page, { query });
}
