import type { RunAcross } from '../../db/run/run.ts';
import { givenFor, type Portion } from '../../db/run/some-of-each.ts';
import { dueMailboxes } from './due-mailboxes.sql.ts';

/** A mailbox of any organisation, by its source. */
export type DueMailbox = { readonly orgId: string; readonly id: string };

export type FindDueMailboxes = (now: Date | null, portion: Portion) => Promise<readonly DueMailbox[]>;

/** Mailboxes that a worker is to look into, some of each organisation. */
export const createFindDueMailboxes =
  (run: RunAcross): FindDueMailboxes =>
  (now, portion) =>
    run(dueMailboxes, { now, ...givenFor(portion) });
