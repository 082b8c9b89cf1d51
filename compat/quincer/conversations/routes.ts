import { notFound } from '../../../src/errors.ts';
import { idOfMade, shownAt } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { conversationQueryAliases } from '../aliases.ts';
import { conversationFromGraph, messageFromGraph } from '../from-graph.ts';
import {
  ConversationDocument,
  ConversationsDocument,
  HandBackConversationDocument,
  MessageDocument,
  ReplyToConversationDocument,
  TakeOverConversationDocument,
  type ConversationQuery,
} from '../generated/operations.ts';
import { graphWord } from '../../route/words.ts';
import { graphId } from '../ids.ts';
import { pageVariables, toPage } from '../list.ts';
import { WireConversation, WireConversationList, WireId, WireMessage, WireReply } from '../wire.ts';
import { WireConversationQuery } from '../wire-queries.ts';

const presentConversation = ({ conversation }: ConversationQuery) => {
  if (!conversation) throw notFound('conversation');
  return conversationFromGraph(conversation);
};

const conversationId = ({ params }: { params: { id: string } }) => ({ id: graphId('Conversation', params.id) });

const rereadConversation = {
  operation: ConversationDocument,
  scope: 'conversations:read',
  variables: conversationId,
  present: presentConversation,
} as const;

const conversationAt = shownAt('/conversations/:id', 'conversations', '');

const listUrl = '/api/v1/conversations';

/** Section "External agent (takeover) endpoints", and a list beside them. */
export const conversationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/conversations',
    kind: 'read',
    scope: 'conversations:read',
    summary: 'List conversations',
    description: 'Newest first. Each carries its latest 20 messages; the single conversation has up to 1,000.',
    aliases: { query: conversationQueryAliases },
    query: WireConversationQuery,
    reply: WireConversationList,
    operation: ConversationsDocument,
    variables: ({ query }) => ({
      ...pageVariables('Conversation', query),
      filter: {
        widgetId: graphId('Widget', query.widget_id),
        status: graphWord(query.status),
        updatedSince: query.updated_since,
      },
    }),
    present({ conversations }, { query }) {
      const { page, counts } = toPage(listUrl, conversations, query, conversationFromGraph);
      return { ...page, conversations: page.data, ...counts };
    },
  }),
  route({
    method: 'get',
    path: '/conversations/:id',
    kind: 'read',
    scope: 'conversations:read',
    summary: 'Fetch full transcript and metadata',
    description:
      'A transcript of more than 1,000 messages or 1 MiB of text begins later: `has_earlier_messages` tells, and `Conversation.messages` of `/graphql` has them all.',
    params: WireId,
    reply: WireConversation,
    operation: ConversationDocument,
    variables: conversationId,
    present: presentConversation,
  }),
  route({
    method: 'post',
    path: '/conversations/:id/takeover',
    kind: 'write',
    scope: 'conversations:takeover',
    summary: 'Claim a conversation: the AI stops responding',
    description: 'The holder again changes nothing; anybody else meets a 409.',
    params: WireId,
    reply: WireConversation,
    operation: TakeOverConversationDocument,
    resource: ({ params: { id } }) => conversationAt(id),
    variables: conversationId,
    present: ({ takeOverConversation }) => conversationFromGraph(takeOverConversation.conversation),
    rebuild: rereadConversation,
  }),
  route({
    method: 'post',
    path: '/conversations/:id/reply',
    kind: 'write',
    scope: 'conversations:reply',
    status: 201,
    summary: 'Post a message of a person to the visitor',
    description:
      'Needs the takeover; without it a 409. What cannot be translated goes out as typed, `translated: false`.',
    params: WireId,
    body: WireReply,
    example: { message: 'Hello, this is Sam from the team. How can I help?' },
    reply: WireMessage,
    operation: ReplyToConversationDocument,
    resource: ({ params: { id } }) => conversationAt(id),
    variables: ({ params, body }) => ({ id: graphId('Conversation', params.id), message: body.message }),
    present: ({ replyToConversation }) => messageFromGraph(replyToConversation.message),
    rebuild: {
      operation: MessageDocument,
      scope: 'conversations:read',
      variables: idOfMade('Message'),
      present({ node }) {
        if (node?.kind !== 'Message') throw notFound('message');
        return messageFromGraph(node);
      },
    },
  }),
  route({
    method: 'post',
    path: '/conversations/:id/handback',
    kind: 'write',
    scope: 'conversations:handback',
    summary: 'Release the takeover: the AI resumes',
    description: 'Again changes nothing; somebody else’s takeover is a 409.',
    params: WireId,
    reply: WireConversation,
    operation: HandBackConversationDocument,
    resource: ({ params: { id } }) => conversationAt(id),
    variables: conversationId,
    present: ({ handBackConversation }) => conversationFromGraph(handBackConversation.conversation),
    rebuild: rereadConversation,
  }),
];
