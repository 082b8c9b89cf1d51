import type { Task } from '../../db/generated/prisma/client.ts';
import type { EventRecord, Tx } from '../../db/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { notFound } from '../errors.ts';

const references = { business: true, widget: true } as const;

/** Locks a task and reads it as it now is. @throws NOT_FOUND */
export async function lockTask(tx: Tx, id: string): Promise<TaskSnapshot> {
  await tx.lock('tasks', id);
  const task = await tx.task.findFirst({ where: { id }, include: references });
  if (!task) throw notFound('task');
  return task;
}

export async function snapshotTask(tx: Tx, task: Task): Promise<TaskSnapshot> {
  if (task.businessId === null && task.widgetId === null) return { ...task, business: null, widget: null };
  const read = await tx.task.findFirst({ where: { id: task.id }, include: references });
  if (!read) throw notFound('task');
  return read;
}

/** A task's event: what it keeps, and the ids by which it is found. */
export const taskEvent = (task: TaskSnapshot): EventRecord => ({
  subjectId: task.id,
  businessId: task.businessId,
  leadId: task.leadId,
  conversationId: task.conversationId,
  snapshot: { task },
});
