import { requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import {
  changeConversation,
  conversationEvent,
  lockConversation,
  snapshotConversation,
} from './conversation-snapshot.ts';

/** Ends a conversation, whoever holds it; a visitor who writes again opens it anew. Closing it again changes nothing. */
export async function closeConversation(context: DomainContext, id: string): Promise<Conversation> {
  requireScope(context.actor, 'conversations:write');
  return context.write(async (tx) => {
    const before = await lockConversation(tx, id);
    if (before.status === 'CLOSED') return before;
    const conversation = await changeConversation(tx, before, {
      status: 'CLOSED',
      holderKeyId: null,
      holderMemberId: null,
      takenOverAt: null,
      takenOverUntil: null,
      leaseSeconds: null,
      closedAt: tx.now,
      notCapturedAt: null,
      waitingSince: null,
    });
    tx.record('conversation.closed', conversationEvent(await snapshotConversation(tx, conversation)));
    return conversation;
  });
}
