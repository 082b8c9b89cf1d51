import { requireScope } from '../../access/actor.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { lockConversation } from '../conversations/conversation-snapshot.ts';
import { returnToAi } from '../conversations/hand-back-conversation.ts';
import { revokeKeys } from '../keys/revoke-keys.ts';
import { lockMember } from './lock-member.ts';

/**
 * Takes somebody off the team: its keys end at once, and the conversations it holds go back to the AI. What it wrote keeps its
 * name, and leads stay assigned to it until somebody else takes them.
 * @throws FORBIDDEN where one of its keys can do what the caller cannot; CONFLICT where it has the last key that mints keys
 */
export async function removeMember(context: DomainContext, id: string): Promise<Member> {
  const { actor, services } = context;
  requireScope(actor, 'members:write');
  const { member, revoked } = await context.write(async (tx) => {
    await handBackAll(tx, id);
    await lockMember(tx, id);
    const keys = await revokeKeys(tx, actor, { memberId: id });
    const [row] = await tx.member.updateManyAndReturn({ where: { id }, data: { removedAt: tx.now } });
    if (!row) throw notFound('member');
    tx.audit('member.removed', { id, businessId: null });
    return { member: row, revoked: keys };
  });
  for (const key of revoked) services.keyRevoked(key.id);
  return member;
}

async function handBackAll(tx: Tx, memberId: string): Promise<void> {
  const where = { holderMemberId: memberId, status: 'HUMAN_ACTIVE' as const };
  const held = await tx.conversation.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  for (const { id } of held) {
    const before = await lockConversation(tx, id);
    if (before.status === 'HUMAN_ACTIVE' && before.holderMemberId === memberId) await returnToAi(tx, before);
  }
}
