import type { Clock } from '../clock.ts';
import type { FindIdleLeads, IdleLead } from '../domain/automation/find-idle-leads.ts';
import { createSweepJob, type SweepJob, type SweepJobOptions } from './sweep-job.ts';

export type IdleLeadsOptions = SweepJobOptions & {
  readonly find: FindIdleLeads;
  /** Lets the rules act on one lead; answers how often it was moved. */
  readonly move: (lead: IdleLead) => Promise<number>;
  readonly clock: Clock;
};

/** Lets time set off the rules of trigger NO_TOUCH. */
export function createIdleLeadsJob(options: IdleLeadsOptions): SweepJob {
  const { find, move, clock, everyMs = 60_000, turnMs = 20_000 } = options;
  return createSweepJob<IdleLead>(options, {
    find: (portion) => find(clock.now(), portion),
    act: async (lead) => (await move(lead)) > 0,
    everyMs,
    turnMs,
    failing: 'The rules for leads without a touch failed; the next turn tries again.',
    pulse: {
      name: 'look for idle leads',
      failing: 'The rules for leads without a touch do not act in time; each turn tries again.',
      recovered: 'The rules for leads without a touch act in time again.',
    },
  });
}
