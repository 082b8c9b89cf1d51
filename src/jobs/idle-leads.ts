import type { Clock } from '../clock.ts';
import type { FindIdleLeads, IdleLead } from '../domain/automation/find-idle-leads.ts';
import { sweep, type SweepJob, type SweepJobOptions } from './sweep.ts';

export type IdleLeadsOptions = SweepJobOptions & {
  readonly find: FindIdleLeads;
  /** Lets the rules act on one lead; answers how often it was moved. */
  readonly move: (lead: IdleLead) => Promise<number>;
  readonly clock: Clock;
};

/** Lets time set off the rules of trigger NO_TOUCH. */
export function createIdleLeadsJob({ find, move, clock, log, turnMs = 20_000 }: IdleLeadsOptions): SweepJob {
  return {
    run: (isStopping = () => false) =>
      sweep<IdleLead>({
        find: (portion) => find(clock.now(), portion),
        act: async (lead) => (await move(lead)) > 0,
        turnMs,
        log,
        failing: 'The rules for leads without a touch failed; the next turn tries again.',
        isStopping,
      }),
  };
}
