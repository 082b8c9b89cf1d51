import { requireScope } from '../../access/actor.ts';
import type { Job } from '../../db/generated/prisma/client.ts';
import { conflict, notFound } from '../../errors.ts';
import type { DomainContext } from '../context.ts';
import { cancelOpenTask } from '../tasks/end-by-hand.ts';
import { taskOf } from './task-of.ts';

/**
 * Keeps a job that waits from being begun, and cancels the task that it carries out. One that was cancelled stays so.
 * @throws NOT_FOUND; CONFLICT while it runs, and once it is done or dead
 */
export async function cancelJob(context: DomainContext, id: string): Promise<Job> {
  requireScope(context.actor, 'automation:write');
  return context.write(async (tx) => {
    const before = await tx.job.findFirst({ where: { id } });
    if (!before) throw notFound('job');
    if (before.state === 'CANCELLED') return before;
    const [job] = await tx.job.updateManyAndReturn({
      where: { id, state: 'WAITING' },
      data: { state: 'CANCELLED', finishedAt: tx.now },
    });
    if (!job) throw conflict(`The job is ${before.state === 'WAITING' ? 'running' : before.state.toLowerCase()}.`);
    const taskId = taskOf(job);
    if (taskId !== null) await cancelOpenTask(tx, taskId);
    tx.audit('job.cancelled', job);
    return job;
  });
}
