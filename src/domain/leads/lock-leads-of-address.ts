import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { lockLeadsThere } from './lock-leads.ts';

/** More leads of one address than that are nobody's; the rest is held by what these are marked with. */
const mostOfAddress = 200;

/**
 * Locks the lead that was written to, whatever its address is now, and each other one with the address that the mail went to, as far as they
 * are there and have it still once they are locked.
 */
export async function lockLeadsOfAddress(tx: Tx, leadId: string, address: string | null): Promise<LeadSnapshot[]> {
  const where = { OR: [{ id: leadId }, ...(address === null ? [] : [{ email: address }])] };
  const found = await tx.lead.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: mostOfAddress });
  const ids = [...new Set([leadId, ...found.map(({ id }) => id)])].toSorted();
  const leads = await lockLeadsThere(tx, ids);
  return leads.filter((one) => one.id === leadId || (address !== null && one.email === address));
}

/** Locks a lead and each other one with the address that it has. @throws NOT_FOUND */
export async function lockLeadAndItsAddress(
  tx: Tx,
  id: string,
): Promise<{ readonly lead: LeadSnapshot; readonly leads: readonly LeadSnapshot[] }> {
  const found = await tx.lead.findFirst({ where: { id, deletedAt: null }, select: { email: true } });
  if (!found) throw notFound('lead');
  const locked = await lockLeadsOfAddress(tx, id, found.email);
  const lead = locked.find((one) => one.id === id);
  if (!lead || lead.deletedAt !== null) throw notFound('lead');
  // Somebody may have given it another address before it was locked.
  return { lead, leads: lead.email === found.email ? locked : [lead] };
}
