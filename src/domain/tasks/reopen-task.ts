import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import { conflict, notFound } from '../../errors.ts';
import type { TaskSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { lockTask, taskEvent } from './task-snapshot.ts';

/**
 * Takes back that a task was completed or cancelled, so that it is to be done again. One that is to be done stays as it is.
 * @throws CONFLICT when it is being carried out, or failed: what failed is scheduled anew.
 */
export async function reopenTask(context: DomainContext, id: string): Promise<TaskSnapshot> {
  requireScope(context.actor, 'tasks:write');
  return context.write(async (tx) => {
    const before = await lockTask(tx, id);
    if (before.status === 'PENDING') return before;
    if (before.status !== 'COMPLETED' && before.status !== 'CANCELLED')
      throw conflict(`The task is ${before.status.toLowerCase()}.`);
    const [row] = await tx.task.updateManyAndReturn({
      where: { id },
      data: { status: 'PENDING', completedAt: null, updatedAt: tx.now },
    });
    if (!row) throw notFound('task');
    const task = { ...before, ...row };
    tx.record('task.updated', taskEvent(task), changesOf(before, task, ['status']));
    return task;
  });
}
