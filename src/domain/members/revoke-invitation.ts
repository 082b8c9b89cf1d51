import { requireScope } from '../../access/actor.ts';
import { roles } from '../../access/roles.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { requireScopesOf } from '../keys/require-scopes-of.ts';
import { lockMember } from './lock-member.ts';

/** Ends the link that a member was sent. Who was never signed in then has no way in; a member without a link stays as it is. */
export async function revokeInvitation(context: DomainContext, memberId: string): Promise<Member> {
  const { actor } = context;
  requireScope(actor, 'members:write');
  return context.write(async (tx) => {
    const member = await lockMember(tx, memberId);
    if (member.role) requireScopesOf(actor, roles[member.role]);
    const ended = await revokeInvitations(tx, memberId);
    if (ended > 0) tx.audit('member.invitation_revoked', { id: memberId, businessId: null });
    return member;
  });
}

/** Ends the open links of a member whose row is locked, and answers how many there were. */
export async function revokeInvitations(tx: Tx, memberId: string): Promise<number> {
  const ended = await tx.invitation.updateManyAndReturn({
    where: { memberId, redeemedAt: null, revokedAt: null },
    data: { revokedAt: tx.now },
  });
  return ended.length;
}
