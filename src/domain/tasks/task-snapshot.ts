import type { Task } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { Tx } from '../../db/write/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { notFound } from '../../errors.ts';

/** Locks a task and reads it as it now is. @throws NOT_FOUND */
export async function lockTask(tx: Tx, id: string): Promise<TaskSnapshot> {
  await tx.lock('tasks', id);
  const task = await tx.task.findFirst({ where: { id } });
  if (!task) throw notFound('task');
  return snapshotTask(tx, task);
}

export async function snapshotTask(tx: Tx, task: Task): Promise<TaskSnapshot> {
  const { businessId, widgetId } = task;
  const business = businessId ? await tx.business.findFirst({ where: { id: businessId } }) : null;
  const widget = widgetId ? await tx.widget.findFirst({ where: { id: widgetId } }) : null;
  return { ...task, business, widget };
}

/** A task's event: what it keeps, and the ids by which it is found. */
export const taskEvent = (task: TaskSnapshot): EventRecord => ({
  subjectId: task.id,
  businessId: task.businessId,
  leadId: task.leadId,
  conversationId: task.conversationId,
  snapshot: { task },
});
