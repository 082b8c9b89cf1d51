import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { Tx } from '../../db/write/write.ts';
import type { ConversationSnapshot, MessageSnapshot } from '../../events/snapshot.ts';
import { notFound } from '../../errors.ts';
import { findAuthor } from '../members/find-authors.ts';

export type LockedConversation = Conversation & Pick<ConversationSnapshot, 'business' | 'widget'>;

/** Locks a conversation and reads it as it now is. @throws NOT_FOUND */
export async function lockConversation(tx: Tx, id: string): Promise<LockedConversation> {
  await tx.lock('conversations', id);
  const conversation = await tx.conversation.findFirst({ where: { id } });
  const widget = conversation && (await tx.widget.findFirst({ where: { id: conversation.widgetId } }));
  if (!widget) throw notFound('conversation');
  const { businessId } = conversation;
  const business = businessId ? await tx.business.findFirst({ where: { id: businessId } }) : null;
  return { ...conversation, widget, business };
}

/** Changes a locked conversation, from now on unless it is said otherwise. */
export async function changeConversation(
  tx: Tx,
  before: LockedConversation,
  data: Parameters<Tx['conversation']['updateManyAndReturn']>[0]['data'],
): Promise<LockedConversation> {
  const [row] = await tx.conversation.updateManyAndReturn({
    where: { id: before.id },
    data: { updatedAt: tx.now, ...data },
  });
  if (!row) throw notFound('conversation');
  return { ...before, ...row };
}

/** @param message its latest one, where that is at hand */
export async function snapshotConversation(
  tx: Tx,
  conversation: LockedConversation,
  message?: MessageSnapshot,
): Promise<ConversationSnapshot> {
  const { visitorTokenHash: _, ...shown } = conversation;
  const { holderKeyId: keyId, holderMemberId: memberId } = conversation;
  const takenOverBy = await findAuthor(tx, { keyId, memberId });
  return { ...shown, takenOverBy, lastMessage: message ?? (await findLastMessage(tx, conversation)) };
}

async function findLastMessage(tx: Tx, { lastMessageId }: LockedConversation): Promise<MessageSnapshot | null> {
  const row = lastMessageId === null ? null : await tx.message.findFirst({ where: { id: lastMessageId } });
  if (!row) return null;
  return { ...row, author: await findAuthor(tx, { keyId: row.authorKeyId, memberId: row.authorMemberId }) };
}

/** A conversation's event: what it keeps, and the ids by which it is found. A message it tells of is kept once. */
export function conversationEvent(conversation: ConversationSnapshot, message?: MessageSnapshot): EventRecord {
  return {
    subjectId: message?.id ?? conversation.id,
    businessId: conversation.businessId,
    leadId: conversation.leadId,
    conversationId: conversation.id,
    snapshot: message ? { conversation: { ...conversation, lastMessage: null }, message } : { conversation },
  };
}
