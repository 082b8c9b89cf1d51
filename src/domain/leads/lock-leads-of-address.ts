import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { lockLeads } from './lock-leads.ts';

/** More leads of one address than that are nobody's; the rest is held by what these are marked with. */
const mostOfAddress = 200;

/** Locks the lead that was written to, whatever its address is now, and each other one with the address that the mail went to. */
export async function lockLeadsOfAddress(tx: Tx, leadId: string, address: string | null): Promise<LeadSnapshot[]> {
  const where = { OR: [{ id: leadId }, ...(address === null ? [] : [{ email: address }])] };
  const found = await tx.lead.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: mostOfAddress });
  const ids = [...new Set([leadId, ...found.map(({ id }) => id)])].toSorted();
  return lockLeads(tx, ids, { deleted: true });
}

/** Locks a lead and each other one with the address that it has. @throws NOT_FOUND */
export async function lockLeadAndItsAddress(
  tx: Tx,
  id: string,
): Promise<{ readonly lead: LeadSnapshot; readonly leads: readonly LeadSnapshot[] }> {
  const found = await tx.lead.findFirst({ where: { id, deletedAt: null }, select: { email: true } });
  if (!found) throw notFound('lead');
  const leads = await lockLeadsOfAddress(tx, id, found.email);
  const lead = leads.find((one) => one.id === id);
  if (!lead || lead.deletedAt !== null) throw notFound('lead');
  return { lead, leads };
}
