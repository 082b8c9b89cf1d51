import type { Tx } from '../../db/write/write.ts';
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
