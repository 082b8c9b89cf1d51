import { type Clock, sharedNow } from '../clock.ts';
import type { DueMailbox, FindDueMailboxes } from '../domain/sync-sources/find-due-mailboxes.ts';
import { sweep, type SweepJob, type SweepJobOptions } from './sweep.ts';

export type SyncMailboxesOptions = SweepJobOptions & {
  readonly find: FindDueMailboxes;
  /** Looks into one; answers whether it told of any lead. */
  readonly read: (mailbox: DueMailbox, isStopping: () => boolean) => Promise<boolean>;
  readonly clock: Clock;
};

/** Looks into the mailboxes that leads come from. */
export function createSyncMailboxesJob({ find, read, clock, log, turnMs = 60_000 }: SyncMailboxesOptions): SweepJob {
  return {
    run: (isStopping = () => false) =>
      sweep<DueMailbox>({
        find: (portion) => find(sharedNow(clock), { ...portion, ofEach: 100 }),
        act: (mailbox) => read(mailbox, isStopping),
        turnMs,
        log,
        failing: 'A mailbox of a sync source could not be read; the next turn tries again.',
        isStopping,
      }),
  };
}
