import type { Lead } from '../../db/generated/prisma/client.ts';
import type { EventRecord, Tx } from '../../db/write.ts';
import type { EventSnapshot, LeadSnapshot } from '../../events/snapshot.ts';
import { notFound } from '../errors.ts';

const references = { stage: true, business: true, widget: true, assignedTo: true } as const;

/** Locks a lead and reads it as it now is. @throws NOT_FOUND, for a deleted one as well unless it is asked for. */
export async function lockLead(tx: Tx, id: string, { deleted = false } = {}): Promise<LeadSnapshot> {
  await tx.lock('leads', id);
  const lead = await tx.lead.findFirst({ where: { id }, include: references });
  if (!lead || (lead.deletedAt !== null && !deleted)) throw notFound('lead');
  return lead;
}

/** The lead with what it refers to, read anew only where a reference moved. */
export async function snapshotLead(tx: Tx, lead: Lead, known?: LeadSnapshot): Promise<LeadSnapshot> {
  if (known && known.stageId === lead.stageId && known.assignedToId === lead.assignedToId) {
    const { stage, business, widget, assignedTo } = known;
    return { ...lead, stage, business, widget, assignedTo };
  }
  const fresh = await tx.lead.findFirst({ where: { id: lead.id }, include: references });
  if (!fresh) throw notFound('lead');
  return fresh;
}

/** A lead's event: what it keeps, and the ids by which it is found. */
export function leadEvent(lead: LeadSnapshot, more: Omit<EventSnapshot, 'lead'> = {}): EventRecord {
  return {
    subjectId: lead.id,
    businessId: lead.businessId,
    leadId: lead.id,
    conversationId: lead.conversationId,
    snapshot: { lead, ...more },
  };
}
