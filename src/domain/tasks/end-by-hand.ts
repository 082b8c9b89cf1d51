import { Prisma, type TaskStatus } from '../../db/generated/prisma/client.ts';
import type { ScalarUpdate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import { changeTask, findTaskIn } from './change-task.ts';

async function changeWhere(
  tx: Tx,
  id: string,
  statuses: readonly TaskStatus[],
  data: ScalarUpdate<'Task'>,
): Promise<void> {
  const before = await findTaskIn(tx, id, statuses);
  if (before) await changeTask(tx, before, data);
}

/** Has a task done once more whose job is: it failed, or was cancelled with it. */
export const reopenFailedTask = (tx: Tx, id: string): Promise<void> =>
  changeWhere(tx, id, ['FAILED', 'CANCELLED'], { status: 'PENDING', result: Prisma.DbNull, completedAt: null });

/** Cancels a task whose job is cancelled. */
export const cancelOpenTask = (tx: Tx, id: string): Promise<void> =>
  changeWhere(tx, id, ['PENDING', 'RUNNING'], { status: 'CANCELLED' });
