import type { ScalarCreate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { snapshotTask, taskEvent } from './task-snapshot.ts';

export type NewTask = Omit<ScalarCreate<'Task'>, 'id' | 'createdAt' | 'updatedAt'>;

/** The one way a task comes to be, whoever schedules it: the row and its `task.created`. */
export async function insertTask(tx: Tx, task: NewTask): Promise<TaskSnapshot> {
  const row = await tx.task.create({ data: { ...task, id: tx.newId(), createdAt: tx.now, updatedAt: tx.now } });
  const snapshot = await snapshotTask(tx, row);
  tx.record('task.created', taskEvent(snapshot));
  return snapshot;
}
