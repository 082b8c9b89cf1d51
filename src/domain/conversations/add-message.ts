import type { ScalarCreate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { EventType } from '../../events/catalogue.ts';
import type { Author, MessageSnapshot } from '../../events/snapshot.ts';
import { conversationEvent, snapshotConversation, type LockedConversation } from './conversation-snapshot.ts';

type NewMessage = Pick<
  ScalarCreate<'Message'>,
  'role' | 'content' | 'originalContent' | 'language' | 'translated' | 'inReplyTo' | 'authorKeyId' | 'authorMemberId'
>;

/** The one way a message comes to be: its row in the locked conversation, and its event. */
export async function addMessage(
  tx: Tx,
  conversation: LockedConversation,
  message: NewMessage,
  author: Author | null,
  type: Extract<EventType, 'conversation.message_received' | 'conversation.message_sent'>,
): Promise<MessageSnapshot> {
  const row = await tx.message.create({
    data: {
      ...message,
      id: tx.newId(),
      conversationId: conversation.id,
      businessId: conversation.businessId,
      createdAt: tx.now,
    },
  });
  const snapshot = { ...row, author };
  tx.record(type, conversationEvent(await snapshotConversation(tx, conversation), snapshot));
  return snapshot;
}
