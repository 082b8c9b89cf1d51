import { requireScope } from '../../access/actor.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import type { ChangedLead } from './changed-lead.ts';
import { leadEvent, lockLead } from './lead-snapshot.ts';

/** Hides a lead until it is restored, and ends the campaigns it is in. Deleting it again changes nothing. */
export async function deleteLead(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const before = await lockLead(tx, id, { deleted: true });
    if (before.deletedAt) return { lead: before, effects: [] };
    const [row] = await tx.lead.updateManyAndReturn({ where: { id }, data: { deletedAt: tx.now, updatedAt: tx.now } });
    if (!row) throw notFound('lead');
    const lead = { ...before, ...row };
    tx.record('lead.deleted', leadEvent(lead));
    await stopEnrolments(tx, lead, 'lead_deleted');
    return { lead, effects: tx.effects };
  });
}
