import type { Tx } from '../../db/write/write.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import { toGlobalId } from '../../ids.ts';
import { enqueueJob } from '../background/enqueue-job.ts';
import { insertTask, type NewTask } from './insert-task.ts';
import type { AutomatedType } from './task-runner.ts';

/** Makes a task that the product carries out itself, once it is due, and has it done. */
export async function scheduleTask(tx: Tx, task: NewTask & { readonly type: AutomatedType }): Promise<TaskSnapshot> {
  const scheduled = await insertTask(tx, task);
  const { id, businessId, dueAt } = scheduled;
  enqueueJob(tx, 'TASK', {
    payload: { taskId: id },
    key: id,
    businessId,
    subjectId: toGlobalId('Task', id),
    ...(dueAt && { runAt: dueAt }),
  });
  return scheduled;
}
