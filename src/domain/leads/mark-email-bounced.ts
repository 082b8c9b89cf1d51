import { requireScope } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { changeLead } from './change/change-lead.ts';
import type { ChangedLead } from './fields/changed-lead.ts';
import { lockLead } from './fields/lead-snapshot.ts';

/**
 * Records that mail to a lead came back: campaigns stop writing to it until its address changes. The same again changes nothing.
 * @throws CONFLICT for a lead without an address
 */
export async function markEmailBounced(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    if (before.email === null) throw conflict('The lead has no e-mail address.');
    return { lead: await markLockedBounced(tx, before), effects: tx.effects };
  });
}

/** The same of a lead that this write has locked. */
export async function markLockedBounced(tx: Tx, before: LeadSnapshot): Promise<LeadSnapshot> {
  const lead = await changeLead(tx, before, { emailBouncedAt: before.emailBouncedAt ?? tx.now });
  await stopEnrolments(tx, lead, 'email_bounced');
  return lead;
}
