import type { RunAcross } from '../../../db/run/run.ts';
import { givenFor, type Portion } from '../../../db/run/some-of-each.ts';
import { endedTakeovers } from './ended-takeovers.sql.ts';

/** A conversation of any organisation whose takeover is over. */
export type EndedTakeover = { readonly orgId: string; readonly id: string };

export type FindEndedTakeovers = (sharedNow: Date | null, portion: Portion) => Promise<readonly EndedTakeover[]>;

/** Takeovers that are over, some of each organisation. */
export const createFindEndedTakeovers =
  (run: RunAcross): FindEndedTakeovers =>
  (sharedNow, portion) =>
    run(endedTakeovers, { sharedNow, ...givenFor(portion) });
