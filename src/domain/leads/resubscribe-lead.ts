import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { changeLeads } from './change/change-leads.ts';
import { lockLeadAndItsAddress } from './lock-leads-of-address.ts';

/**
 * Lifts that a lead asked for no more mail, and for each other one with its address: it is one person who asked. No other verb does.
 * Campaigns that they left stay ended. @throws NOT_FOUND
 */
export async function resubscribeLead(context: DomainContext, id: string): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const { lead, leads } = await lockLeadAndItsAddress(tx, id);
    const changed = await changeLeads(
      tx,
      leads.map((before) => ({ before, columns: { unsubscribedAt: null } })),
    );
    return changed.find((one) => one.id === id) ?? lead;
  });
}
