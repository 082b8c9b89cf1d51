import type { ScalarCreate, ScalarUpdate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { EventType } from '../../events/catalogue.ts';
import type { Author, MessageSnapshot } from '../../events/snapshot.ts';
import {
  changeConversation,
  conversationEvent,
  snapshotConversation,
  type LockedConversation,
} from './conversation-snapshot.ts';
import { messageSearchText } from './message-search-text.ts';
import { nextMessage } from './next-message.ts';

type NewMessage = Pick<
  ScalarCreate<'Message'>,
  'role' | 'content' | 'originalContent' | 'language' | 'translated' | 'inReplyTo' | 'authorKeyId' | 'authorMemberId'
>;

type Added = { readonly conversation: LockedConversation; readonly message: MessageSnapshot };

/**
 * The one way a message comes to be: its row in the locked conversation, what that tells of it, and its event.
 * @param changes what else the message changes of the conversation
 */
export async function addMessage(
  tx: Tx,
  before: LockedConversation,
  message: NewMessage,
  author: Author | null,
  type: Extract<EventType, 'conversation.message_received' | 'conversation.message_sent'>,
  changes: ScalarUpdate<'Conversation'> = {},
): Promise<Added> {
  const { id, createdAt } = nextMessage(tx, before);
  // Before the message: what counts those of an earlier version leaves it alone then.
  const conversation = await changeConversation(tx, before, {
    ...changes,
    lastMessageId: id,
    lastMessageAt: createdAt,
    messageCount: before.messageCount + 1,
  });
  const {
    translation: _,
    translationLanguage: __,
    ...row
  } = await tx.message.create({
    data: {
      ...message,
      id,
      conversationId: before.id,
      businessId: before.businessId,
      search: messageSearchText(message),
      createdAt,
    },
  });
  const snapshot = { ...row, author };
  tx.record(type, conversationEvent(await snapshotConversation(tx, conversation, snapshot), snapshot));
  return { conversation, message: snapshot };
}
