import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { Tx } from '../../db/write/write.ts';
import type { ConversationSnapshot, MessageSnapshot } from '../../events/snapshot.ts';
import { notFound } from '../../errors.ts';

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

/** Changes a locked conversation. */
export async function changeConversation(
  tx: Tx,
  before: LockedConversation,
  data: Parameters<Tx['conversation']['updateManyAndReturn']>[0]['data'],
): Promise<LockedConversation> {
  const [row] = await tx.conversation.updateManyAndReturn({
    where: { id: before.id },
    data: { ...data, updatedAt: tx.now },
  });
  if (!row) throw notFound('conversation');
  return { ...before, ...row };
}

export async function snapshotConversation(tx: Tx, conversation: LockedConversation): Promise<ConversationSnapshot> {
  const { visitorTokenHash: _, ...shown } = conversation;
  const { holderKeyId: keyId, holderMemberId: memberId } = conversation;
  return { ...shown, takenOverBy: await tx.findAuthor({ keyId, memberId }) };
}

/** A conversation's event: what it keeps, and the ids by which it is found. */
export function conversationEvent(conversation: ConversationSnapshot, message?: MessageSnapshot): EventRecord {
  return {
    subjectId: message?.id ?? conversation.id,
    businessId: conversation.businessId,
    leadId: conversation.leadId,
    conversationId: conversation.id,
    snapshot: message ? { conversation, message } : { conversation },
  };
}
