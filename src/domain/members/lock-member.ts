import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Locks a member of the team and reads it as it now is. @throws NOT_FOUND, for one that was removed too */
export async function lockMember(tx: Tx, id: string): Promise<Member> {
  await tx.lock('members', id);
  const member = await tx.member.findFirst({ where: { id, removedAt: null } });
  if (!member) throw notFound('member');
  return member;
}
