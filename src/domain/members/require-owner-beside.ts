import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { conflict } from '../../errors.ts';

/**
 * Before an owner leaves or becomes something else: makes sure that another one stays, and for one who has signed in another one
 * who has. Later writes wait, so that of two owners who remove each other one stays.
 * @throws CONFLICT
 */
export async function requireOwnerBeside(tx: Tx, { id, role, joinedAt }: Member): Promise<void> {
  if (role !== 'OWNER') return;
  await tx.serialise();
  const stays = await tx.member.findFirst({
    where: { id: { not: id }, role: 'OWNER', removedAt: null, ...(joinedAt && { joinedAt: { not: null } }) },
    select: { id: true },
  });
  if (stays) return;
  throw conflict(
    'No other owner of this workspace would be left. First make somebody else one; an invited owner counts once signed in.',
  );
}
