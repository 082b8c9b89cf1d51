import { followTyping } from '../../src/domain/conversations/typing/follow-typing.ts';
import { tellTyping } from '../../src/domain/conversations/typing/tell-typing.ts';
import type { TypingHint } from '../../src/events/typing.ts';
import { toGlobalId } from '../../src/ids.ts';
import { builder } from '../builder/builder.ts';
import { MessageRoleEnum } from './enums.ts';
import { rowIdOf } from '../builder/global-id.ts';

const ConversationTypingRef = builder.objectRef<TypingHint>('ConversationTyping').implement({
  description:
    'Somebody writes in a conversation, or stopped. A hint and no event: it has no id, is kept nowhere, and may be lost.',
  fields: (t) => ({
    conversationId: t.id({
      description: 'The conversation’s id.',
      resolve: ({ conversationId }) => toGlobalId('Conversation', conversationId),
    }),
    by: t.field({
      type: MessageRoleEnum,
      description: 'Who writes: the visitor, the AI, or whoever has taken the conversation over.',
      resolve: ({ by }) => by,
    }),
    isTyping: t.exposeBoolean('isTyping', {
      description: 'Whether they write. They do until their message comes, false is told, or six seconds have passed.',
    }),
  }),
});

const TellTypingPayload = builder
  .objectRef<{ conversationId: string; isTyping: boolean }>('TellTypingPayload')
  .implement({
    description: 'What was told.',
    fields: (t) => ({
      conversationId: t.id({
        description: 'The conversation’s id.',
        resolve: ({ conversationId }) => toGlobalId('Conversation', conversationId),
      }),
      isTyping: t.exposeBoolean('isTyping', { description: 'Whether the caller writes.' }),
    }),
  });

builder.mutationField('tellTyping', (t) =>
  t.field({
    type: TellTypingPayload,
    description:
      'Tells the visitor that whoever holds the conversation writes; for six seconds, so tell it again every three while they do. Nothing is written down. Who does not hold it gets CONFLICT. Needs `conversations:reply`.',
    args: {
      conversationId: t.arg.id({ required: true, description: 'The conversation’s id.' }),
      isTyping: t.arg.boolean({ description: 'False once they stopped; true where it is absent.' }),
    },
    resolve: (_, { conversationId, isTyping }, context) =>
      tellTyping(context, rowIdOf('Conversation', conversationId), isTyping ?? true),
  }),
);

builder.subscriptionField('conversationTyping', (t) =>
  t.field({
    type: ConversationTypingRef,
    description:
      'Who writes in a conversation: at first who does already, then as it is told. What is told on other nodes comes with `REDIS_URL` alone. Needs `conversations:read`.',
    args: { conversationId: t.arg.id({ required: true, description: 'The conversation’s id.' }) },
    subscribe: (_, { conversationId }, context) => followTyping(context, rowIdOf('Conversation', conversationId)),
    resolve: (hint) => hint,
  }),
);
