import { requireScope } from '../../access/actor.ts';
import type { Task } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';

/** The task of that id, or null where the caller can see none. */
export async function findTask(context: DomainContext, id: string): Promise<Task | null> {
  requireScope(context.actor, 'tasks:read');
  return context.db.task.findFirst({ where: { id } });
}
