import type { Task, TaskStatus } from '../../db/generated/prisma/client.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { ScalarUpdate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { snapshotTask, taskEvent } from './task-snapshot.ts';

/** The task, locked, where its status is one of these. */
export async function findTaskIn(tx: Tx, id: string, statuses: readonly TaskStatus[]): Promise<Task | null> {
  await tx.lock('tasks', id);
  return tx.task.findFirst({ where: { id, status: { in: [...statuses] } } });
}

/** Changes a locked task as the queue carries it out, and tells of it. */
export async function changeTask(tx: Tx, before: Task, data: ScalarUpdate<'Task'>): Promise<TaskSnapshot> {
  const [row] = await tx.task.updateManyAndReturn({ where: { id: before.id }, data: { ...data, updatedAt: tx.now } });
  const task = await snapshotTask(tx, row ?? before);
  tx.record('task.updated', taskEvent(task), changesOf(before, task, ['status', 'execution', 'result']));
  return task;
}
