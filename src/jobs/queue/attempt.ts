import { DomainError } from '../../errors.ts';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import type { PulseLog } from '../../pulses.ts';
import type { ClaimedJob } from './claim.ts';
import { JobFailure, retryAfterMs } from './job-failure.ts';
import type { RunningJob, Work } from './runner.ts';
import type { Outcome } from './settle.ts';

/** Why an attempt was broken off from outside. */
export type BreakOff = 'LOST' | 'RELEASED';

export type Attempt = {
  /** Never throws. */
  readonly outcome: Promise<Outcome>;
  readonly breakOff: (why: BreakOff) => void;
};

/** How often it is tried to tell of a job that is given up. */
const tellings = 10;

/** Rejected once the signal aborts. */
function untilOver<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([work, promise]);
}

/** Makes one attempt at a job. What takes no notice of its signal is not waited for. */
export function beginAttempt(job: ClaimedJob, work: Work, log: Pick<PulseLog, 'error'>): Attempt {
  const over = new AbortController();
  let broken: BreakOff | 'LATE' | null = null;
  const end = (why: NonNullable<typeof broken>) => {
    broken ??= why;
    over.abort(new Error('The attempt is over.'));
  };
  const { payload, attempts: attempt, ...rest } = job;
  const running: RunningJob<unknown> = { ...rest, payload, attempt, signal: over.signal };

  async function make(): Promise<Outcome> {
    const timer = setTimeout(end, work.deadlineMs, 'LATE');
    const isOver = work.everyMs === null && attempt > job.maxAttempts;
    const outcome: Outcome = isOver
      ? { state: 'DEAD', error: job.lastError ?? 'The node that ran it ended.' }
      : await run();
    clearTimeout(timer);
    return outcome.state === 'DEAD' ? giveUp(outcome) : outcome;
  }

  async function run(): Promise<Outcome> {
    try {
      const result = await untilOver(over.signal, work.runner.run(running));
      return work.everyMs === null
        ? { state: 'SUCCEEDED', result }
        : { state: 'WAITING', error: null, result, afterMs: work.everyMs };
    } catch (error) {
      return failed(error);
    }
  }

  /** Whoever waits for the job is told first: where that fails, it is begun once more to be told again. */
  async function giveUp(dead: Extract<Outcome, { readonly state: 'DEAD' }>): Promise<Outcome> {
    try {
      await inTime(limits.jobGivenUpMs, async () => work.runner.onGivenUp?.(running, dead.error));
      return dead;
    } catch (error) {
      log.error({ err: error, orgId: job.orgId, job: job.id, kind: job.kind }, 'A job could not be given up.');
      const afterMs = retryAfterMs(attempt);
      return attempt > job.maxAttempts + tellings ? dead : { ...dead, state: 'WAITING', result: null, afterMs };
    }
  }

  function failed(error: unknown): Outcome {
    if (broken === 'LOST' || broken === 'RELEASED') return { state: broken };
    const told = tell(error);
    if (work.everyMs !== null) return { state: 'WAITING', error: told, result: null, afterMs: work.everyMs };
    const afterMs = error instanceof JobFailure ? error.againAfterMs : retryAfterMs(attempt);
    if (afterMs === null || attempt === job.maxAttempts) return { state: 'DEAD', error: told };
    return { state: 'WAITING', error: told, result: null, afterMs };
  }

  function tell(error: unknown): string {
    if (broken === 'LATE') return `It was not done within ${work.deadlineMs / 1000} s.`;
    if (error instanceof JobFailure || error instanceof DomainError) return error.message;
    log.error({ err: error, orgId: job.orgId, job: job.id, kind: job.kind }, 'A job failed.');
    return 'It broke off: see the log of the server.';
  }

  return { outcome: make(), breakOff: end };
}
