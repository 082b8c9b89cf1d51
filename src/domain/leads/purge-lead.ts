import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { leadEvent, lockLead } from './lead-snapshot.ts';

/**
 * Removes a lead for good, a deleted one too, with its notes, touchpoints, enrolments and mails. Its conversations and tasks
 * stay without it, and its events are kept as long as others are. Answers the lead as it last was.
 */
export async function purgeLead(context: DomainContext, id: string): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const known = await tx.lead.findFirst({ where: { id }, select: { id: true } });
    if (!known) throw notFound('lead');
    // Locks conversations before leads, as a chat does.
    await tx.detachLead(id);
    const lead = await lockLead(tx, id, { deleted: true });
    const notes = await tx.note.findMany({ where: { leadId: id }, select: { id: true } });
    await tx.lead.deleteMany({ where: { id } });
    await tx.forgetChanges([id, ...notes.map((note) => note.id)]);
    tx.record('lead.purged', leadEvent(lead));
    return lead;
  });
}
