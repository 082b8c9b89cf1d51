import type { RunAcross } from '../../db/run/run.ts';
import { givenFor, type Portion } from '../../db/run/some-of-each.ts';
import { idleLeads } from './idle-rules.sql.ts';

/** A lead of any organisation. */
export type IdleLead = { readonly orgId: string; readonly leadId: string };

export type FindIdleLeads = (now: Date, portion: Portion) => Promise<readonly IdleLead[]>;

/** Leads for which a rule of trigger NO_TOUCH is due, some of each organisation. */
export const createFindIdleLeads =
  (run: RunAcross): FindIdleLeads =>
  (now, portion) =>
    run(idleLeads, { now, ...givenFor(portion) });
