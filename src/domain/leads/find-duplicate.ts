import type { ScopedReader } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import { conflict } from '../../errors.ts';

type Reader = Pick<ScopedReader, 'lead'>;

/** The id of the newest other lead with this e-mail address that is not deleted and that the caller can see. */
export async function findDuplicateId(
  db: Reader,
  email: string | null | undefined,
  exceptId?: string,
): Promise<string | null> {
  if (!email) return null;
  const duplicate = await db.lead.findFirst({
    where: { email, deletedAt: null, ...(exceptId !== undefined && { id: { not: exceptId } }) },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return duplicate?.id ?? null;
}

/** Later writes of the workspace wait, so that two at once do not both find nobody. @throws CONFLICT with `existingLeadId` */
export async function refuseDuplicate(tx: Tx, email: string | null | undefined, exceptId?: string): Promise<void> {
  if (!email) return;
  await tx.serialise();
  const existingLeadId = await findDuplicateId(tx, email, exceptId);
  if (existingLeadId !== null) throw isThereAlready(email, existingLeadId);
}

/** The same of leads that are to have this address: the second of them would find the first. @throws CONFLICT with `existingLeadId` */
export async function refuseDuplicates(
  tx: Tx,
  email: string | null | undefined,
  leads: readonly Pick<LeadRow, 'id' | 'email'>[],
): Promise<void> {
  const [first, second] = leads.filter((lead) => lead.email !== email);
  if (!email || !first) return;
  await refuseDuplicate(tx, email, first.id);
  if (second) throw isThereAlready(email, first.id);
}

const isThereAlready = (email: string, existingLeadId: string) =>
  conflict(`A lead with the e-mail address ${email} is there already.`, { existingLeadId });
