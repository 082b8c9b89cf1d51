import type { RunAcross } from '../../db/run/run.ts';
import { givenFor, type Portion } from '../../db/run/some-of-each.ts';
import { dueEmails } from './due-emails.sql.ts';

/** A mail of any organisation. */
export type DueEmail = { readonly orgId: string; readonly id: string };

export type FindDueEmails = (now: Date | null, portion: Portion) => Promise<readonly DueEmail[]>;

/** Mail that a worker is to take up, some of each organisation. */
export const createFindDueEmails =
  (run: RunAcross, lostAfterMs: number): FindDueEmails =>
  (now, portion) =>
    run(dueEmails, { now, lostAfterMs, ...givenFor(portion) });
