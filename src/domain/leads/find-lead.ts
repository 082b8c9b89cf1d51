import { requireScope } from '../../access/actor.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import type { RowQuery } from '../page.ts';

/** The lead of that id, or null where the caller can see none; of its columns those that the query selects. */
export async function findLead(context: DomainContext, id: string, query: RowQuery = {}): Promise<LeadRow | null> {
  requireScope(context.actor, 'leads:read');
  return context.db.lead.findFirst({ ...query, where: { id, deletedAt: null } });
}
