import { requireScope } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { changeLead } from './change/change-lead.ts';
import type { ChangedLead } from './fields/changed-lead.ts';
import { lockLead } from './fields/lead-snapshot.ts';

/** Records that a lead asked for no more mail, by whatever way. The same again changes nothing. @throws NOT_FOUND */
export async function unsubscribeLead(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const lead = await unsubscribeLocked(tx, await lockLead(tx, id));
    return { lead, effects: tx.effects };
  });
}

/** The same of a lead that this write has locked. */
export async function unsubscribeLocked(tx: Tx, before: LeadSnapshot): Promise<LeadSnapshot> {
  const lead = await changeLead(tx, before, { unsubscribedAt: before.unsubscribedAt ?? tx.now });
  await stopEnrolments(tx, lead, 'unsubscribed');
  return lead;
}
