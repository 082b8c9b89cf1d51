import { idOfMade } from '../../route/resources.ts';
import { z } from 'zod';
import { notFound } from '../../../src/errors.ts';
import { quincer as vendor } from '../../../src/vendors/quincer.ts';
import type { RestDialect } from '../../dialect.ts';
import { quincerErrors } from '../errors.ts';
import { messageFromGraph } from '../from-graph.ts';
import { bareId } from '../../../src/ids.ts';
import { lowerWord } from '../../route/words.ts';
import { graphId } from '../ids.ts';
import { WireMessage } from '../wire.ts';
import { route } from '../../route/route.ts';
import { spend } from '../../http/spend.ts';
import { strictObject } from '../../route/strict-object.ts';
import { admitOrigin, welcomeOrigin } from './cors.ts';
import {
  type ChatMessageFragment,
  type ConversationStatus,
  SendVisitorMessageDocument,
  VisitorMessageDocument,
} from '../generated/operations.ts';

const WireVisitorMessage = strictObject({
  message: z.string().meta({ description: '1 to 10,000 characters.', example: 'Hi, I am Ada, ada@example.com' }),
  conversation_id: z.string().nullish().meta({ description: 'The conversation to continue; absent begins one.' }),
  visitor_token: z.string().nullish().meta({ description: 'The same as the header `Visitor-Token`, which is newer.' }),
  visitor: strictObject({
    name: z.string().nullish(),
    email: z.string().nullish(),
    language: z.string().nullish().meta({ description: 'A language tag such as `en` or `pt-BR`.' }),
  }).nullish(),
}).meta({ id: 'QuincerVisitorMessage' });

const WireReply = WireMessage.extend({
  in_reply_to: z.array(z.string()).meta({ description: 'The ids of the visitor’s messages that it answers.' }),
}).meta({ id: 'QuincerChatReply' });

const WireChatAnswer = z
  .strictObject({
    conversation_id: z.string(),
    visitor_token: z
      .string()
      .nullable()
      .meta({ description: 'What was shown, or what was made for a new conversation that came without one.' }),
    message: WireMessage.meta({ description: 'What the visitor wrote.' }),
    reply: WireReply.nullable().meta({
      description:
        'What the AI answers; null while a person holds the conversation, and where the reply to a later message answers this one too.',
    }),
    status: z.enum(['active', 'human_active', 'closed']),
  })
  .meta({ id: 'QuincerChatAnswer' });

const answerOf = (
  visitorToken: string | null,
  message: ChatMessageFragment,
  reply: (ChatMessageFragment & { readonly inReplyTo: readonly string[] }) | null,
  status: ConversationStatus,
) => ({
  conversation_id: bareId(message.conversationId),
  visitor_token: visitorToken,
  message: messageFromGraph(message),
  reply: reply && { ...messageFromGraph(reply), in_reply_to: reply.inReplyTo.map(bareId) },
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

/** The chat widget's endpoint: Quincer's, but for the public key in the page's script. */
export const chat: RestDialect = {
  name: vendor.name,
  title: `${vendor.title} public chat`,
  keys: 'WIDGET',
  basePath: '/api/chat',
  routes: [sendMessage],
  guard: ({ allowedOrigins, rateLimits }) => ({
    welcome: welcomeOrigin,
    async admit(actor, exchange) {
      await admitOrigin(allowedOrigins, actor, exchange);
      spend(exchange, await rateLimits.spendAddress('chat', exchange.address));
    },
  }),
  acceptsApiKeyHeader: false,
  scheme: { name: 'widgetKey', description: 'The public key of a widget: `cw_live_…`. It works nowhere else.' },
  ...quincerErrors,
};
