import { findConversation } from '../../src/domain/conversations/find-conversation.ts';
import { listConversations } from '../../src/domain/conversations/list-conversations.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { ConversationStatusEnum } from '../builder/enums.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { ConversationRef } from '../builder/refs.ts';

const ConversationConnection = connectionType(ConversationRef, 'Conversation');

const ConversationFilterInput = builder.inputType('ConversationFilter', {
  description: 'Which conversations to list. Every field given must hold.',
  fields: (t) => ({
    widgetId: t.id({ description: 'On this widget.' }),
    businessId: t.id({ description: 'Of this business.' }),
    leadId: t.id({ description: 'With this lead.' }),
    status: t.field({ type: ConversationStatusEnum, description: 'With this status.' }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at or after this instant.' }),
    notCaptured: t.boolean({
      description: 'Whether its visitor could be a lead and is none: see `Conversation.notCapturedAt`.',
    }),
  }),
});

builder.queryFields((t) => ({
  conversation: t.field({
    type: ConversationRef,
    nullable: true,
    description: 'One conversation; null where there is none of that id. Needs `conversations:read`.',
    args: { id: t.arg.id({ required: true, description: 'The conversation’s id.' }) },
    resolve: (_, { id }, context) => findConversation(context, rowIdOf('Conversation', id)),
  }),
  conversations: t.field({
    type: ConversationConnection,
    description: 'Conversations, newest first. Needs `conversations:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      offset: t.arg.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
      filter: t.arg({ type: ConversationFilterInput, description: 'Which conversations.' }),
    },
    resolve: async (_, { filter, ...page }, context) => {
      const rows = {
        ...filter,
        widgetId: referencedRowId('Widget', 'widgetId', filter?.widgetId),
        businessId: referencedRowId('Business', 'businessId', filter?.businessId),
        leadId: referencedRowId('Lead', 'leadId', filter?.leadId),
      };
      const found = await listConversations(context, rows, toPageInput('Conversation', page));
      return toConnection('Conversation', found, page.after);
    },
  }),
}));
