import type { CampaignTrigger, Enrolment } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';

/** Enrols a locked lead in the campaigns of this trigger. */
export async function enrolByTrigger(
  _tx: Tx,
  _context: DomainContext,
  _lead: LeadSnapshot,
  _trigger: CampaignTrigger,
): Promise<Enrolment[]> {
  return [];
}
