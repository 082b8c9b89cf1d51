import { randomUUID } from 'node:crypto';
import { type Clock, sharedNow } from '../../clock.ts';
import { limits } from '../../limits.ts';
import type { PulseLog, Pulses } from '../../pulses.ts';
import { createWakeUp } from '../../wake-up.ts';
import { type Attempt, beginAttempt } from './attempt.ts';
import { type ClaimedJob, claimJobs, findJobDueInMs, type JobDatabase, type Room } from './claim.ts';
import type { Work } from './runner.ts';
import { scheduleJobs } from './schedule.ts';
import { claimKey, type Outcome, renewJobs, settleJob } from './settle.ts';

export type JobWorkerOptions = {
  readonly database: JobDatabase;
  readonly clock: Clock;
  readonly log: PulseLog;
  readonly pulses: Pulses;
  /** By kind; no other jobs are taken. */
  readonly works: Readonly<Record<string, Work>>;
  /** The longest time a lost wake-up can cost. */
  readonly pollMs?: number;
  /** After which the jobs of a node that died are taken by another. */
  readonly leaseMs?: number | undefined;
  /** What is under way may take so long to finish once it is to stop. */
  readonly stopMs?: number;
  /** Told how each attempt went. */
  readonly onSettled?: (job: ClaimedJob, outcome: Outcome) => void;
};

export type JobWorker = {
  start(): void;
  /** Something was enqueued. */
  wake(): void;
  /** Does what is due once, and waits for it; answers how much that was. */
  runDue(): Promise<number>;
  /** Begins nothing more, waits for what is under way, and gives back what does not end in time. */
  stop(): Promise<void>;
};

type UnderWay = Attempt & { readonly job: ClaimedJob; readonly done: Promise<void> };

/** Takes jobs that are due and carries them out, those of each kind in places of their own: what hangs holds up no other kind. */
export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { database, clock, log, pulses, works, onSettled = () => undefined } = options;
  const { pollMs = 1000, leaseMs = limits.jobLeaseMs, stopMs = limits.jobStopMs } = options;
  const underWay = new Map<string, UnderWay>();
  const wakeUp = createWakeUp();
  const stopping = new AbortController();
  let stopped = false;
  let running: Promise<void> | null = null;
  let renewing: NodeJS.Timeout | undefined;

  const pulse = pulses.watch({
    name: 'run jobs',
    failing: 'Jobs cannot be claimed or settled; none are begun on this node.',
    recovered: 'Jobs can be claimed and settled again.',
    isReadyWithout: true,
  });

  function roomLeft(): Room {
    const busy = new Map<string, number>();
    for (const { job } of underWay.values()) busy.set(job.kind, (busy.get(job.kind) ?? 0) + 1);
    return Object.fromEntries(
      Object.entries(works)
        .map(
          ([kind, { atOnce, perOrganisation }]) =>
            [kind, { places: atOnce - (busy.get(kind) ?? 0), perOrganisation }] as const,
        )
        .filter(([, { places }]) => places > 0),
    );
  }

  function begin(job: ClaimedJob): UnderWay[] {
    const work = works[job.kind];
    if (!work) return [];
    const attempt = beginAttempt(job, work, log);
    const key = claimKey(job);
    const done = attempt.outcome
      .then((outcome) => settle(job, outcome))
      .finally(() => {
        underWay.delete(key);
        wakeUp.ring();
      });
    const begun = { ...attempt, job, done };
    underWay.set(key, begun);
    return [begun];
  }

  /** Where it cannot be written down, the lease ends and the job is begun again. */
  async function settle(job: ClaimedJob, outcome: Outcome): Promise<void> {
    try {
      await settleJob(database, sharedNow(clock), job, outcome);
      onSettled(job, outcome);
    } catch (error) {
      pulse.failed(error);
    }
  }

  async function claim(): Promise<UnderWay[]> {
    const room = roomLeft();
    if (Object.keys(room).length === 0) return [];
    const claimed = await claimJobs(database, { now: sharedNow(clock), room, leaseMs, claim: randomUUID() });
    return claimed.flatMap(begin);
  }

  /** Claims where something is due, and answers how long to sleep if nothing happens. */
  async function turn(): Promise<number> {
    const kinds = Object.keys(roomLeft());
    const dueInMs = await findJobDueInMs(database, sharedNow(clock), kinds);
    if (dueInMs === null || dueInMs > 0) return Math.min(pollMs, dueInMs ?? pollMs);
    const begun = await claim();
    return begun.length > 0 ? 0 : pollMs;
  }

  /** What is done again and again is put into the queue by every node, once. */
  const repeated = Object.entries(works).flatMap(([kind, { everyMs }]) =>
    everyMs === null ? [] : [{ kind, everyMs }],
  );

  async function run(): Promise<void> {
    pulse.begin();
    let isScheduled = false;
    while (!stopping.signal.aborted) {
      let sleepMs = pollMs;
      try {
        if (!isScheduled) await scheduleJobs(database, clock, repeated);
        isScheduled = true;
        sleepMs = await turn();
        pulse.succeeded();
      } catch (error) {
        pulse.failed(error);
      }
      if (!stopping.signal.aborted) await wakeUp.sleep(sleepMs);
    }
    pulse.rest();
  }

  let renewedAt = performance.now();

  /** Who cannot renew lets go before another may take it. */
  async function renew(): Promise<void> {
    const held = [...underWay.values()];
    const askedAt = performance.now();
    try {
      const jobs = held.map(({ job }) => job);
      const ours = jobs.length === 0 ? new Set<string>() : await renewJobs(database, sharedNow(clock), leaseMs, jobs);
      renewedAt = askedAt;
      for (const { job, breakOff } of held) if (!ours.has(claimKey(job))) breakOff('LOST');
    } catch (error) {
      pulse.failed(error);
      if (performance.now() - renewedAt > leaseMs) for (const { breakOff } of held) breakOff('LOST');
    }
  }

  function keepRenewing(): void {
    if (!stopped) renewing = setTimeout(() => void renew().finally(() => keepRenewing()), leaseMs / 3).unref();
  }

  return {
    start() {
      if (running) return;
      keepRenewing();
      running = run();
    },
    wake: () => wakeUp.ring(),
    async runDue() {
      const begun = await claim();
      await Promise.all(begun.map(({ done }) => done));
      return begun.length;
    },
    async stop() {
      stopping.abort();
      wakeUp.ring();
      await running;
      const left = () => [...underWay.values()];
      const grace = setTimeout(() => left().forEach(({ breakOff }) => breakOff('RELEASED')), stopMs);
      await Promise.all(left().map(({ done }) => done));
      clearTimeout(grace);
      stopped = true;
      clearTimeout(renewing);
    },
  };
}
