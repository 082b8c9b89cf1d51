import { notFound } from '../../../src/errors.ts';
import { bareId } from '../../../src/ids.ts';
import { eventRoute } from '../../route/event-route.ts';
import { idOfMade } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { lowerWord } from '../../route/words.ts';
import {
  ChatEventsDocument,
  type ChatMessageFragment,
  ChatMessagesDocument,
  ChatTypingDocument,
  type ConversationStatus,
  LatestChatEventDocument,
  SendVisitorMessageDocument,
  TellTypingInChatDocument,
  VisitorMessageDocument,
} from '../generated/operations.ts';
import { graphId } from '../ids.ts';
import { chatMessageFromGraph, standingFromGraph } from './from-graph.ts';
import {
  WireChatAnswer,
  WireChatEvents,
  WireChatMessages,
  WireChatQuery,
  WireConversationId,
  WireTypingTold,
  WireVisitorMessage,
  WireVisitorTyping,
} from './wire.ts';

const answerOf = (
  visitorToken: string | null,
  message: ChatMessageFragment,
  reply: ChatMessageFragment | null,
  status: ConversationStatus,
) => ({
  conversation_id: bareId(message.conversationId),
  visitor_token: visitorToken,
  message: chatMessageFromGraph(message),
  reply: reply && chatMessageFromGraph(reply),
  status: lowerWord(status),
});

const sendMessage = route({
  method: 'post',
  path: '',
  kind: 'write',
  scope: null,
  visitor: true,
  refuses: ['FORBIDDEN', 'NOT_FOUND'],
  status: 201,
  summary: 'Say something as a visitor of a page',
  description:
    'The public endpoint behind the chat widget. Continuing a conversation needs its `Visitor-Token`. An `Idempotency-Key` is that of one visitor: it needs a `Visitor-Token` beside it, in the first message too.',
  body: WireVisitorMessage,
  example: { message: 'Hi, I am Ada, ada@example.com. We need a booking page by March.' },
  reply: WireChatAnswer,
  operation: SendVisitorMessageDocument,
  variables: ({ body, actor, visitorToken }) => ({
    widgetId: graphId('Widget', actor.widgetId ?? ''),
    input: {
      message: body.message,
      conversationId: graphId('Conversation', body.conversation_id),
      visitorToken,
      visitor: body.visitor,
    },
  }),
  present: ({ sendVisitorMessage: { visitorToken, message, reply, conversation } }) =>
    answerOf(visitorToken, message, reply, conversation.status),
  rebuild: {
    operation: VisitorMessageDocument,
    scope: 'conversations:read',
    variables: idOfMade('Message'),
    present({ node }, { visitorToken }) {
      if (node?.kind !== 'Message' || !node.conversation) throw notFound('message');
      const { status, transcript } = node.conversation;
      const reply = transcript?.find(({ inReplyTo }) => inReplyTo.includes(node.id)) ?? null;
      return answerOf(visitorToken, node, reply, status);
    },
  },
});

/** What both ways of reading have in common. */
const reading = {
  method: 'get',
  kind: 'read',
  scope: null,
  visitorOf: 'conversation_id',
  refuses: ['FORBIDDEN'],
  params: WireConversationId,
} as const;

const readMessages = route({
  ...reading,
  path: '/:conversation_id/messages',
  summary: 'What was said, and who answers',
  description:
    'For the conversation’s visitor, who shows its `Visitor-Token`; for anybody else there is no such conversation. A closed one stays readable.',
  query: WireChatQuery,
  reply: WireChatMessages,
  operation: ChatMessagesDocument,
  variables: ({ params, query }) => ({
    id: graphId('Conversation', params.conversation_id),
    first: query.limit,
    after: graphId('Message', query.after),
  }),
  present({ eventCursor, conversation }) {
    if (!conversation?.messages) throw notFound('conversation');
    const { nodes, pageInfo } = conversation.messages;
    return {
      object: 'list' as const,
      data: nodes.map(chatMessageFromGraph),
      has_more: pageInfo.hasNextPage,
      ...standingFromGraph(conversation),
      cursor: eventCursor,
    };
  },
});

const followEvents = eventRoute({
  ...reading,
  path: '/:conversation_id/events',
  summary: 'What is said, and who answers, as it happens',
  description:
    'Server-sent events for the conversation’s visitor. They begin behind `Last-Event-ID`, else behind `after`, else now; what was missed comes first, then what happens, without gap or duplicate. The first thing sent is an `id` without an event: that which the stream begins behind, so that who is cut off before anything happened goes on there too.',
  reply: WireChatEvents,
  operation: ChatEventsDocument,
  variables: ({ params }, after) => ({ id: graphId('Conversation', params.conversation_id), after }),
  beside: {
    operation: ChatTypingDocument,
    variables: ({ params }) => ({ id: graphId('Conversation', params.conversation_id) }),
    present: ({ conversationTyping: { by, isTyping } }) =>
      by === 'VISITOR' ? [] : [{ id: null, event: 'typing', data: { by: lowerWord(by), typing: isTyping } }],
  },
  latest: { operation: LatestChatEventDocument, idOf: ({ eventCursor }) => eventCursor },
  present({ conversationEvents: { id, message, conversation } }) {
    const standing = conversation && standingFromGraph(conversation);
    if (!message) return standing ? [{ id, event: 'status', data: standing }] : [];
    const told = { id, event: 'message', data: chatMessageFromGraph(message) };
    // Of no event of its own, so without an id: who is cut off between the two hears both again.
    const waits = conversation?.status === 'ACTIVE' && standing?.waiting;
    return waits ? [{ id: null, event: 'status', data: standing }, told] : [told];
  },
});

const tellTyping = route({
  method: 'post',
  path: '/:conversation_id/typing',
  kind: 'read',
  scope: null,
  visitorOf: 'conversation_id',
  refuses: ['FORBIDDEN'],
  summary: 'Tell that the visitor writes',
  description:
    'For the conversation’s visitor, who shows its `Visitor-Token`: whoever reads along in the console sees it for six seconds, so tell it again every three while they write. Nothing is kept, and it may be lost.',
  params: WireConversationId,
  body: WireVisitorTyping,
  example: { typing: true },
  reply: WireTypingTold,
  operation: TellTypingInChatDocument,
  variables: ({ params, body }) => ({
    id: graphId('Conversation', params.conversation_id),
    isTyping: body.typing ?? true,
  }),
  present: ({ tellTyping: { conversationId, isTyping } }) => ({
    conversation_id: bareId(conversationId),
    typing: isTyping,
  }),
});

export const chatRoutes: readonly Route[] = [sendMessage, readMessages, followEvents, tellTyping];
