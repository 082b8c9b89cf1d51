import { requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { holds } from './holds.ts';
import { conversationEvent, lockConversation, snapshotConversation } from './conversation-snapshot.ts';

/**
 * Claims a conversation: from its commit on the AI does not answer. The holder again changes nothing.
 * @throws CONFLICT when somebody else holds it, or it is closed.
 */
export async function takeOverConversation(context: DomainContext, id: string): Promise<Conversation> {
  const { actor } = context;
  requireScope(actor, 'conversations:takeover');
  return context.write(async (tx) => {
    const claim = {
      status: 'HUMAN_ACTIVE',
      holderKeyId: actor.apiKeyId,
      holderMemberId: actor.memberId,
      takenOverAt: tx.now,
      updatedAt: tx.now,
    } as const;
    const [claimed] = await tx.conversation.updateManyAndReturn({ where: { id, status: 'ACTIVE' }, data: claim });
    const conversation = await lockConversation(tx, id);
    if (claimed) {
      tx.record('conversation.taken_over', conversationEvent(await snapshotConversation(tx, conversation)));
      return conversation;
    }
    if (conversation.status === 'CLOSED') throw conflict('The conversation is closed.');
    if (holds(actor, conversation)) return conversation;
    const holder = (await snapshotConversation(tx, conversation)).takenOverBy;
    throw conflict(`The conversation is already taken over${holder ? ` by ${holder.name}` : ''}.`);
  });
}
