import type { Clock } from '../clock.ts';
import type { FindIdleLeads, IdleLead } from '../db/read/idle-rules.ts';
import { createPulses, type PulseLog, type Pulses } from '../pulses.ts';
import { createJob, type Job } from './repeat.ts';

const batchSize = 100;

export type IdleLeadsOptions = {
  readonly find: FindIdleLeads;
  /** Lets the rules act on one lead; answers how often it was moved. */
  readonly move: (lead: IdleLead) => Promise<number>;
  readonly clock: Clock;
  readonly log: PulseLog;
  readonly pulses?: Pulses;
  readonly everyMs?: number;
};

export type IdleLeadsJob = Job & {
  /** Looks at every lead that is due once; answers how many were moved. */
  run(isStopping?: () => boolean): Promise<number>;
};

/** Lets time set off the rules of trigger NO_TOUCH. Any number of nodes may do so at once. */
export function createIdleLeadsJob(options: IdleLeadsOptions): IdleLeadsJob {
  const { find, move, clock, log, pulses = createPulses(log), everyMs = 60_000 } = options;

  async function moveOne(lead: IdleLead): Promise<boolean> {
    try {
      return (await move(lead)) > 0;
    } catch (error) {
      log.error({ err: error, ...lead }, 'The rules for leads without a touch failed; the next turn tries again.');
      return false;
    }
  }

  async function run(isStopping = () => false): Promise<number> {
    const now = clock.now();
    let moved = 0;
    let found: readonly IdleLead[];
    let after: IdleLead | null = null;
    do {
      found = await find(now, after, batchSize);
      for (const lead of found) {
        if (isStopping()) return moved;
        if (await moveOne(lead)) moved += 1;
      }
      after = found.at(-1) ?? null;
    } while (found.length === batchSize);
    return moved;
  }

  const pulse = pulses.watch({
    name: 'look for idle leads',
    failing: 'Leads without a touch cannot be looked up; each turn tries again.',
    recovered: 'Leads without a touch can be looked up again.',
    lateAfterMs: null,
  });
  return { run, ...createJob({ everyMs, run, pulse }) };
}
