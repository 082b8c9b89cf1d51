import { systemClock, type Clock } from '../../src/clock.ts';
import type { Database } from '../../src/db/open/database.ts';
import type { PendingJob } from '../../src/db/write/pending-jobs.ts';
import type { Runner, Work } from '../../src/jobs/queue/runner.ts';
import { createJobWorker, type JobWorker, type JobWorkerOptions } from '../../src/jobs/queue/worker.ts';
import { createPulses } from '../../src/pulses.ts';
import { openWriter, type TestWriter } from '../domain/open-writer.ts';

export const silent = { error: () => {}, info: () => {} };

type Run = Runner<unknown>['run'];

/** A kind whose jobs are carried out like this. */
export const work = (run: Run, more: Partial<Omit<Work, 'runner'> & Runner<unknown>> = {}): Work => {
  const { onGivenUp, ...rule } = more;
  return {
    runner: { run, ...(onGivenUp && { onGivenUp }) },
    deadlineMs: 30_000,
    atOnce: 4,
    perOrganisation: 4,
    everyMs: null,
    ...rule,
  };
};

export type Node = (works: JobWorkerOptions['works'], more?: Partial<JobWorkerOptions>) => JobWorker;

/** A node of its own on the same database. */
export const nodeOn =
  (database: Database, clock: Clock = systemClock): Node =>
  (works, more = {}) =>
    createJobWorker({ database, clock, log: silent, pulses: createPulses(silent), works, pollMs: 20, ...more });

/** An organisation with jobs in the queue, and how they stand. */
export async function openQueue(database: Database, clock: Clock = systemClock) {
  const writer: TestWriter = await openWriter(database, { clock });
  const { orgId } = writer.actor;
  const job = (kind: string, more: Partial<PendingJob> = {}): PendingJob => ({
    kind,
    key: crypto.randomUUID(),
    businessId: null,
    subjectId: null,
    payload: {},
    maxAttempts: 3,
    runAt: null,
    ...more,
  });
  return {
    orgId,
    writer,
    enqueue: (kind: string, more?: Partial<PendingJob>) => writer.write(async (tx) => tx.enqueue(job(kind, more))),
    enqueueMany: (kind: string, count: number) =>
      writer.write(async (tx) => {
        for (let n = 0; n < count; n += 1) tx.enqueue(job(kind));
      }),
    rows: (kind?: string) =>
      database.prisma.job.findMany({ where: { orgId, ...(kind !== undefined && { kind }) }, orderBy: { id: 'asc' } }),
  };
}
