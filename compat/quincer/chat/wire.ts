import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { author, conversationStatus, reference, WireMessage } from '../wire.ts';
import { limit } from '../wire-queries.ts';

export const WireVisitorMessage = strictObject({
  message: z.string().meta({ description: '1 to 10,000 characters.', example: 'Hi, I am Ada, ada@example.com' }),
  conversation_id: z.string().nullish().meta({ description: 'The conversation to continue; absent begins one.' }),
  visitor_token: z.string().nullish().meta({ description: 'The same as the header `Visitor-Token`, which is newer.' }),
  visitor: strictObject({
    name: z.string().nullish(),
    email: z.string().nullish(),
    language: z.string().nullish().meta({ description: 'A language tag such as `en` or `pt-BR`.' }),
  }).nullish(),
}).meta({ id: 'QuincerVisitorMessage' });

const WireAgent = author.omit({ id: true }).meta({
  id: 'QuincerChatAgent',
  description: 'A person, an AI agent or a program of the team, as visitors see them.',
});

export const WireChatMessage = WireMessage.omit({ author: true })
  .extend({
    author: WireAgent.nullable().meta({ description: 'Who of the team wrote it; null for the visitor and the AI.' }),
    in_reply_to: z
      .array(z.string())
      .meta({ description: 'The ids of the visitor’s messages that it answers, where the AI wrote it; else empty.' }),
  })
  .meta({ id: 'QuincerChatMessage' });

export const WireChatAnswer = z
  .strictObject({
    conversation_id: z.string(),
    visitor_token: z
      .string()
      .nullable()
      .meta({ description: 'What was shown, or what was made for a new conversation that came without one.' }),
    message: WireChatMessage.meta({ description: 'What the visitor wrote.' }),
    reply: WireChatMessage.nullable().meta({
      description:
        'What the AI answers; null while a person holds the conversation, and where the reply to a later message answers this one too.',
    }),
    status: conversationStatus,
  })
  .meta({ id: 'QuincerChatAnswer' });

const standing = {
  status: conversationStatus.meta({ description: 'Who answers, or that the conversation is closed.' }),
  agent: WireAgent.nullable().meta({ description: 'Who has taken the conversation over; null while the AI answers.' }),
  waiting: z.boolean().meta({
    description:
      'Whether the visitor waits for a person: they asked for one, the AI left the answer to the team, or one has taken over and not answered yet.',
  }),
};

export const WireChatMessages = z
  .strictObject({
    object: z.literal('list'),
    data: z.array(WireChatMessage).meta({ description: 'Oldest first.' }),
    has_more: z.boolean(),
    ...standing,
    cursor: z.string().meta({
      description:
        'The newest event of the conversation, read before its messages: give it to `events` as `after`, and nothing is missed. What was said between the two is told twice.',
      example: 'evt_55b26a75739cef76',
    }),
  })
  .meta({ id: 'QuincerChatMessages' });

export const WireConversationId = strictObject({
  conversation_id: z.string().meta({ description: 'As the first answer told it.' }),
});

export const WireChatQuery = queryObject({
  limit,
  after: reference.optional().meta({ description: 'The page begins with what was said after this message.' }),
});

export const WireVisitorTyping = strictObject({
  typing: z.boolean().optional().meta({ description: 'False once they stopped; true where it is absent.' }),
}).meta({ id: 'QuincerVisitorTyping' });

export const WireTypingTold = z
  .strictObject({ conversation_id: z.string(), typing: z.boolean() })
  .meta({ id: 'QuincerTypingTold' });

export const WireChatEvents = z.string().meta({
  description: [
    'Server-sent events, each with the `id` of the event it tells of; before the first an `id` alone, that of the event which the stream begins behind.',
    '`event: message` has in `data` a message, as `messages` lists them: the visitor’s own, the AI’s, a person’s.',
    '`event: status` has `{status, agent, waiting}`, when somebody takes the conversation over, hands it back, or closes it; a message of the visitor opens a closed one again. Before a message that leaves the visitor waiting for a person while the AI answers, it comes without an `id`; a person’s message ends the wait.',
    '`event: typing` has `{by, typing}`, without an `id`: the AI (`ai`) or whoever has taken over (`human`) writes or stopped. It holds for six seconds or until their message comes, and may be lost.',
    '`event: error` has `{code}` and ends the stream for good: `CURSOR_EXPIRED` where the event to go on after is not kept, upon which `messages` is to be read anew; `UNAUTHENTICATED` where the widget’s key was revoked; `FORBIDDEN` where its pages may not use it any more.',
    'A stream that ends without one is gone on with by `Last-Event-ID`. There is a comment every 15 seconds.',
  ].join(' '),
  example:
    'id: evt_55b26a75739cef76\nevent: status\ndata: {"status":"human_active","agent":{"name":"Sam","type":"human","avatar_url":null},"waiting":false}\n\n',
});
