import { Prisma } from '../../src/db/generated/prisma/client.ts';
import { createRowQueries } from '../builder/row-query.ts';

const { search: _, ...messageColumns } = Prisma.MessageScalarFieldEnum;
const { visitorTokenHash: __, ...conversationColumns } = Prisma.ConversationScalarFieldEnum;

export const messageQueries = createRowQueries({
  columns: messageColumns,
  others: {
    author: ['authorKeyId', 'authorMemberId'],
    conversation: ['conversationId'],
    translation: ['role', 'translation', 'translationLanguage'],
    awaitsTranslation: ['role', 'translationLanguage'],
  },
  always: ['id'],
});

export const conversationQueries = createRowQueries({
  columns: conversationColumns,
  others: {
    visitor: ['visitorName', 'visitorEmail', 'language'],
    takenOverBy: ['holderKeyId', 'holderMemberId'],
    lastMessage: ['lastMessageId'],
    widget: ['widgetId'],
    business: ['businessId'],
    lead: ['leadId'],
    messages: [],
    transcript: [],
  },
  // By these its lists are ordered.
  always: ['id', 'lastMessageAt', 'waitingSince'],
});
