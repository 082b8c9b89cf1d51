import type { AutomationRun, Enrolment, Touchpoint } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';

export type Reaction = {
  readonly lead: LeadSnapshot;
  readonly runs: AutomationRun[];
  readonly enrolments: Enrolment[];
};

/** What follows from a touchpoint of a locked lead: the rules and campaigns that its type triggers. */
export async function reactToTouchpoint(
  _tx: Tx,
  _context: DomainContext,
  lead: LeadSnapshot,
  _touchpoint: Touchpoint,
): Promise<Reaction> {
  return { lead, runs: [], enrolments: [] };
}
