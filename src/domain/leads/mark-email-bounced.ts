import { requireScope } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { changeLead } from './change/change-lead.ts';
import type { ChangedLead } from './fields/changed-lead.ts';
import { lockLeadAndItsAddress } from './lock-leads-of-address.ts';

/**
 * Records that mail to a lead came back: campaigns stop writing to it, and to each other lead with its address, until they have another
 * one. The same again changes nothing.
 * @throws NOT_FOUND; CONFLICT for a lead without an address
 */
export async function markEmailBounced(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const { lead: before, leads } = await lockLeadAndItsAddress(tx, id);
    if (before.email === null) throw conflict('The lead has no e-mail address.');
    const held = await markAddressBounced(tx, leads, before.email);
    return { lead: held.find((lead) => lead.id === id) ?? before, effects: tx.effects };
  });
}

/** The same of those leads, which this write has locked, that have the address. Answers them alone. */
export async function markAddressBounced(
  tx: Tx,
  leads: readonly LeadSnapshot[],
  address: string | null,
): Promise<LeadSnapshot[]> {
  const held: LeadSnapshot[] = [];
  for (const before of leads) {
    if (before.email === null || before.email !== address) continue;
    const lead = await changeLead(tx, before, { emailBouncedAt: before.emailBouncedAt ?? tx.now });
    await stopEnrolments(tx, lead, 'email_bounced');
    held.push(lead);
  }
  return held;
}
