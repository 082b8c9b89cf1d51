import { requireScope } from '../../access/actor.ts';
import { roles } from '../../access/roles.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { answerWhatWaits } from '../conversations/answer-what-waits.ts';
import { requireScopesOf } from '../keys/require-scopes-of.ts';
import { revokeKeys } from '../keys/revoke-keys.ts';
import { lockToHandBack } from './lock-to-hand-back.ts';
import { requireOwnerBeside } from './require-owner-beside.ts';
import { revokeInvitations } from './revoke-invitation.ts';

/**
 * Takes somebody off the team: its keys and invitations end at once, and the conversations it holds go back to the AI. What it
 * wrote keeps its name, and leads stay assigned to it until somebody else takes them.
 * @throws FORBIDDEN where its role or one of its keys can do what the caller cannot; CONFLICT for the last owner, and where it
 * has the last key that mints keys
 */
export async function removeMember(context: DomainContext, id: string): Promise<Member> {
  const { actor, services } = context;
  requireScope(actor, 'members:write');
  const { member, revoked, handedBack } = await context.write(async (tx) => {
    const { member: before, handedBack: ids } = await lockToHandBack(tx, id);
    if (before.role) requireScopesOf(actor, roles[before.role]);
    const keys = await revokeKeys(tx, actor, { member: before });
    await revokeInvitations(tx, id);
    await requireOwnerBeside(tx, before);
    const [row] = await tx.member.updateManyAndReturn({ where: { id }, data: { removedAt: tx.now } });
    if (!row) throw notFound('member');
    tx.audit('member.removed', { id, businessId: null });
    return { member: row, revoked: keys, handedBack: ids };
  });
  for (const key of revoked) services.keyRevoked(key.id);
  answerWhatWaits(context, handedBack);
  return member;
}
