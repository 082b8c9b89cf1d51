import { requireScope } from '../../access/actor.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';

/** The lead of that id, or null where the caller can see none. */
export async function findLead(context: DomainContext, id: string): Promise<LeadRow | null> {
  requireScope(context.actor, 'leads:read');
  return context.db.lead.findFirst({ where: { id, deletedAt: null } });
}
