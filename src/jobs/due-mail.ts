import { type Clock, sharedNow } from '../clock.ts';
import type { DueEmail, FindDueEmails } from '../domain/emails/find-due-emails.ts';
import { sweep, type SweepJob, type SweepJobOptions } from './sweep.ts';

export type DueMailOptions = SweepJobOptions & {
  readonly find: FindDueEmails;
  /** Takes one mail as far as it goes; answers whether it was handed over. */
  readonly deliver: (email: DueEmail) => Promise<boolean>;
  readonly clock: Clock;
};

/** Sends the mail that is due. */
export function createDueMailJob({ find, deliver, clock, log, turnMs = 20_000 }: DueMailOptions): SweepJob {
  return {
    run: (isStopping = () => false) =>
      sweep<DueEmail>({
        find: (portion) => find(sharedNow(clock), { ...portion, ofEach: 100 }),
        act: deliver,
        turnMs,
        log,
        failing: 'A mail could not be sent; the next turn tries again, or tells that it is uncertain.',
        isStopping,
      }),
  };
}
