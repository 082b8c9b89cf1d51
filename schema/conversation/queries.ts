import { findConversation } from '../../src/domain/conversations/find-conversation.ts';
import { listConversations } from '../../src/domain/conversations/list-conversations.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, readPage, toConnection, toPageInput } from '../builder/connection.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { ConversationRef } from '../builder/refs.ts';
import { conversationQueries } from './reads.ts';
import { ConversationFilterInput, conversationsComplexity, ConversationOrderInput, toHolder } from './filter.ts';

const ConversationConnection = connectionType(ConversationRef, 'Conversation', 'in the order asked for');

builder.queryFields((t) => ({
  conversation: t.field({
    type: ConversationRef,
    nullable: true,
    description: 'One conversation; null where there is none of that id. Needs `conversations:read`.',
    args: { id: t.arg.id({ required: true, description: 'The conversation’s id.' }) },
    resolve: (_, { id }, context, info) =>
      findConversation(context, rowIdOf('Conversation', id), conversationQueries.ofRow(info)),
  }),
  conversations: t.field({
    type: ConversationConnection,
    description:
      'Conversations, newest first unless `orderBy` says otherwise. One that stays where it is in the order while pages are read is met exactly once; one that is moved by a message may be met again or not at all. Needs `conversations:read`.',
    complexity: conversationsComplexity,
    args: {
      ...pageArgs(t.arg),
      offset: t.arg.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
      filter: t.arg({ type: ConversationFilterInput, description: 'Which conversations.' }),
      orderBy: t.arg({ type: ConversationOrderInput, description: 'In which order; the newest first by default.' }),
    },
    resolve: async (_, { filter, orderBy, ...args }, context, info) => {
      const rows = {
        ...filter,
        widgetId: referencedRowId('Widget', 'widgetId', filter?.widgetId),
        businessId: referencedRowId('Business', 'businessId', filter?.businessId),
        leadId: referencedRowId('Lead', 'leadId', filter?.leadId),
        takenOverBy: toHolder(filter?.takenOverById),
      };
      const byTime = !orderBy || orderBy.field === 'CREATED_AT';
      const page = byTime ? toPageInput('Conversation', args) : readPage(args);
      const query = conversationQueries.ofConnection(info);
      return toConnection('Conversation', await listConversations(context, rows, page, orderBy ?? undefined, query));
    },
  }),
}));
