import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { findDuplicateId } from './find-duplicate.ts';
import { lockIfThere } from './fields/lead-snapshot.ts';

/**
 * Locks the newest lead with this e-mail address; null where there is none.
 * @param behindAll whether later writes of the workspace wait, so that none comes anew: asked where none was found before
 */
export async function lockMatch(
  tx: Tx,
  email: string | undefined,
  { behindAll = false } = {},
): Promise<LeadSnapshot | null> {
  if (email === undefined) return null;
  if (behindAll) await tx.serialise();
  const id = await findDuplicateId(tx, email);
  if (id === null) return null;
  const lead = await lockIfThere(tx, id);
  // Somebody gave it another address before it was locked.
  return lead?.email === email ? lead : null;
}
