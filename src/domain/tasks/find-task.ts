import { requireScope } from '../../access/actor.ts';
import type { Task } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import type { RowQuery } from '../page.ts';

/** The task of that id, or null where the caller can see none. */
export async function findTask(context: DomainContext, id: string, query: RowQuery = {}): Promise<Task | null> {
  requireScope(context.actor, 'tasks:read');
  return context.db.task.findFirst({ ...query, where: { id } });
}
