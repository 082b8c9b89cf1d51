import { requireScope } from '../../access/actor.ts';
import type { Job } from '../../db/generated/prisma/client.ts';
import { conflict, notFound } from '../../errors.ts';
import type { DomainContext } from '../context.ts';
import { reopenFailedTask } from '../tasks/end-by-hand.ts';
import { isJobKind, jobKinds } from './kinds.ts';
import { taskOf } from './task-of.ts';

/**
 * Has a job begun now: one that is dead or was cancelled with all its attempts anew, one that waits ahead of its time.
 * @throws NOT_FOUND; CONFLICT while it runs, and once it succeeded
 */
export async function retryJob(context: DomainContext, id: string): Promise<Job> {
  requireScope(context.actor, 'automation:write');
  return context.write(async (tx) => {
    const before = await tx.job.findFirst({ where: { id } });
    if (!before) throw notFound('job');
    const { state, attempts, maxAttempts, kind } = before;
    if (state === 'RUNNING' || state === 'SUCCEEDED') throw conflict(`The job is ${state.toLowerCase()}.`);
    const more = isJobKind(kind) ? jobKinds[kind].attempts : 1;
    const [job] = await tx.job.updateManyAndReturn({
      where: { id, state, attempts },
      data: {
        state: 'WAITING',
        runAt: await tx.sharedNow(),
        finishedAt: null,
        maxAttempts: state === 'WAITING' ? maxAttempts : attempts + more,
      },
    });
    if (!job) throw conflict('The job went on meanwhile: look at it again.');
    const taskId = taskOf(job);
    if (taskId !== null && state !== 'WAITING') await reopenFailedTask(tx, taskId);
    tx.audit('job.retried', job);
    return job;
  });
}
