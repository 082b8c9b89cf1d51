import { requireScope } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { changeLead } from './change/change-lead.ts';
import type { ChangedLead } from './fields/changed-lead.ts';
import { lockLeadAndItsAddress } from './lock-leads-of-address.ts';

/**
 * Records that a lead asked for no more mail, by whatever way, and with it each other one of its address: it is one person who asked.
 * The same again changes nothing. @throws NOT_FOUND
 */
export async function unsubscribeLead(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const { lead: asked, leads } = await lockLeadAndItsAddress(tx, id);
    let lead = asked;
    for (const before of leads) {
      const after = await unsubscribeLocked(tx, before);
      if (after.id === id) lead = after;
    }
    return { lead, effects: tx.effects };
  });
}

/** The same of a lead that this write has locked. */
export async function unsubscribeLocked(tx: Tx, before: LeadSnapshot): Promise<LeadSnapshot> {
  const lead = await changeLead(tx, before, { unsubscribedAt: before.unsubscribedAt ?? tx.now });
  await stopEnrolments(tx, lead, 'unsubscribed');
  return lead;
}
