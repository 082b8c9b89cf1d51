import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { leadEvent, lockLead } from './lead-snapshot.ts';

/** Hides a lead until it is restored, and ends the campaigns it is in. Deleting it again changes nothing. */
export async function deleteLead(context: DomainContext, id: string): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const before = await lockLead(tx, id, { deleted: true });
    if (before.deletedAt) return before;
    const [row] = await tx.lead.updateManyAndReturn({ where: { id }, data: { deletedAt: tx.now, updatedAt: tx.now } });
    if (!row) throw notFound('lead');
    const lead = { ...before, ...row };
    tx.record('lead.deleted', leadEvent(lead));
    await stopEnrolments(tx, lead, 'lead_deleted');
    return lead;
  });
}
