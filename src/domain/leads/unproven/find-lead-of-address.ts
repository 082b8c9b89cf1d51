import type { Tx } from '../../../db/write/write.ts';
import type { LeadRow } from '../../../events/snapshot.ts';

type Whose = { readonly id?: string; readonly businessId: string | null };

/**
 * The newest other lead of a business with this address. Looked for twice: a lead's row is locked before the organisation's,
 * and only behind that lock none can come anew.
 */
export async function findLeadOfAddress(tx: Tx, { id, businessId }: Whose, email: string): Promise<LeadRow | null> {
  const where = { email, businessId, deletedAt: null, ...(id !== undefined && { id: { not: id } }) };
  const find = async () => tx.lead.findFirst({ where, orderBy: { id: 'desc' } });
  return (await find()) ?? (await tx.serialise(), await find());
}
