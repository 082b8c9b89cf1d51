import { toGlobalId, toGlobalIdOrNull } from '../../../ids.ts';
import type { ConversationSnapshot, MessageSnapshot } from '../../../events/snapshot.ts';
import type { Shown } from '../../../shown.ts';
import { toAuthor, toBusiness, toWidget } from './to-references.ts';

/** What stands in `visitor`, `takenOverBy` and `lastMessage`. */
type Nested = 'visitorName' | 'visitorEmail' | 'holderKeyId' | 'holderMemberId' | 'lastMessageId';

/** `capturedAt` is what leads of an hour are counted by, and told to nobody. */
export const toConversation = (conversation: ConversationSnapshot) =>
  ({
    id: toGlobalId('Conversation', conversation.id),
    businessId: toGlobalIdOrNull('Business', conversation.businessId),
    business: toBusiness(conversation.business),
    widgetId: toGlobalId('Widget', conversation.widgetId),
    widget: toWidget(conversation.widget),
    leadId: toGlobalIdOrNull('Lead', conversation.leadId),
    status: conversation.status,
    language: conversation.language,
    visitor: {
      name: conversation.visitorName,
      email: conversation.visitorEmail,
      language: conversation.language,
    },
    takenOverBy: toAuthor(conversation.takenOverBy),
    takenOverAt: conversation.takenOverAt,
    takenOverUntil: conversation.takenOverUntil,
    closedAt: conversation.closedAt,
    notCapturedAt: conversation.notCapturedAt,
    lastMessage: conversation.lastMessage && toMessage(conversation.lastMessage),
    lastMessageAt: conversation.lastMessageAt,
    messageCount: conversation.messageCount,
    waitingSince: conversation.waitingSince,
    createdAt: conversation.createdAt,
    updatedAt: conversation.updatedAt,
  }) satisfies Shown<ConversationSnapshot, 'orgId' | 'capturedAt' | 'leaseSeconds' | Nested>;

export const toMessage = (message: MessageSnapshot) =>
  ({
    id: toGlobalId('Message', message.id),
    conversationId: toGlobalId('Conversation', message.conversationId),
    role: message.role,
    content: message.content,
    originalContent: message.originalContent,
    language: message.language,
    translated: message.translated,
    inReplyTo: message.inReplyTo.map((id) => toGlobalId('Message', id)),
    author: toAuthor(message.author),
    createdAt: message.createdAt,
  }) satisfies Shown<MessageSnapshot, 'orgId' | 'businessId' | 'authorKeyId' | 'authorMemberId'>;
