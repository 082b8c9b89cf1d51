import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { changeLead } from './change/change-lead.ts';
import { lockLeads } from './lock-leads.ts';

/** As many as unsubscribe together. */
const mostOfAddress = 200;

/**
 * Lifts that a lead asked for no more mail, and for each other one with its address: it is one person who asked. No other verb does.
 * Campaigns that they left stay ended. @throws NOT_FOUND
 */
export async function resubscribeLead(context: DomainContext, id: string): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const found = await tx.lead.findFirst({ where: { id }, select: { email: true } });
    if (!found) throw notFound('lead');
    const where = { email: found.email, unsubscribedAt: { not: null } };
    const others =
      found.email === null
        ? []
        : await tx.lead.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: mostOfAddress });
    const ids = [...new Set([id, ...others.map((other) => other.id)])].toSorted();
    let asked: LeadSnapshot | null = null;
    for (const lead of await lockLeads(tx, ids, { deleted: true })) {
      if (lead.id === id && lead.deletedAt !== null) throw notFound('lead');
      const changed = await changeLead(tx, lead, { unsubscribedAt: null });
      if (lead.id === id) asked = changed;
    }
    if (!asked) throw notFound('lead');
    return asked;
  });
}
