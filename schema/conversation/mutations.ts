import type { MessageSnapshot } from '../../src/events/snapshot.ts';
import { closeConversation } from '../../src/domain/conversations/close-conversation.ts';
import { handBackConversation } from '../../src/domain/conversations/takeover/hand-back-conversation.ts';
import { leaseSeconds } from '../../src/domain/conversations/takeover/leases.ts';
import { replyToConversation } from '../../src/domain/conversations/reply-to-conversation.ts';
import { sendVisitorMessage, type VisitorMessageSent } from '../../src/domain/conversations/send-visitor-message.ts';
import { takeOverConversation } from '../../src/domain/conversations/takeover/take-over-conversation.ts';
import { builder } from '../builder/builder.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { type ConversationNode, ConversationRef, MessageRef } from '../builder/refs.ts';
import { secret } from '../builder/secret.ts';

/** The object a mutation answers: the conversation it changed. */
const payload = (name: string, description: string) =>
  builder.objectRef<{ conversation: ConversationNode }>(name).implement({
    description,
    fields: (t) => ({
      conversation: t.field({
        type: ConversationRef,
        description: 'The conversation.',
        resolve: ({ conversation }) => conversation,
      }),
    }),
  });

const ReplyPayload = builder
  .objectRef<{ conversation: ConversationNode; message: MessageSnapshot }>('ReplyToConversationPayload')
  .implement({
    description: 'The message that was posted.',
    fields: (t) => ({
      message: t.field({ type: MessageRef, description: 'The message.', resolve: ({ message }) => message }),
      conversation: t.field({
        type: ConversationRef,
        description: 'The conversation it stands in.',
        resolve: ({ conversation }) => conversation,
      }),
    }),
  });

const SendPayload = builder.objectRef<VisitorMessageSent>('SendVisitorMessagePayload').implement({
  description: 'What came of a visitor’s message.',
  fields: (t) => ({
    conversation: t.field({
      type: ConversationRef,
      description: 'The conversation it stands in.',
      resolve: ({ conversation }) => conversation,
    }),
    message: t.field({ type: MessageRef, description: 'The visitor’s message.', resolve: ({ message }) => message }),
    reply: t.field({
      type: MessageRef,
      nullable: true,
      description:
        'What the AI answered; null while somebody has taken the conversation over, and where the answer to a later message is for this one too.',
      resolve: ({ reply }) => reply,
    }),
    visitorToken: t.exposeString('visitorToken', {
      nullable: true,
      extensions: secret,
      description:
        'By what the visitor is known from now on: who speaks for them through the public chat shows it to go on. Made with a new conversation that came without one, else the one that was shown.',
    }),
  }),
});

const VisitorInput = builder.inputType('VisitorInput', {
  description: 'What is known of the visitor beside the words.',
  fields: (t) => ({
    name: t.string({ description: 'Up to 200 characters.' }),
    email: t.string({ description: 'An e-mail address: enough to make the visitor a lead.' }),
    language: t.string({ description: 'The language the visitor reads, as a tag such as `en` or `pt-BR`.' }),
  }),
});

const SendVisitorMessageInput = builder.inputType('SendVisitorMessageInput', {
  description: 'What a visitor wrote.',
  fields: (t) => ({
    message: t.string({ required: true, description: '1 to 10,000 characters.' }),
    conversationId: t.id({ description: 'The conversation to continue; absent begins a new one.' }),
    visitorToken: t.string({
      description:
        'The token of that conversation, which a relay with a secret key does not need; or one for a new conversation: `vt_` and 43 letters and digits.',
    }),
    visitor: t.field({ type: VisitorInput, description: 'Who writes.' }),
  }),
});

builder.mutationFields((t) => ({
  takeOverConversation: t.field({
    type: payload('TakeOverConversationPayload', 'The conversation that is now held.'),
    description:
      'Claims a conversation: the AI stops answering. The holder again changes nothing but its lease; anybody else gets CONFLICT. Needs `conversations:takeover`.',
    args: {
      id: t.arg.id({ required: true, description: 'The conversation’s id.' }),
      leaseSeconds: t.arg.int({
        description: `For how long, ${leaseSeconds.min} to ${leaseSeconds.max}: the conversation is handed back then, unless a reply or this call again renews the lease. This call does once half of it has passed, or with another length: \`takenOverUntil\` says until when. For an agent that may die. Absent keeps the lease there is; without one a takeover lasts until it is ended.`,
      }),
    },
    resolve: async (_, { id, ...lease }, context) => ({
      conversation: await takeOverConversation(context, rowIdOf('Conversation', id), lease),
    }),
  }),
  replyToConversation: t.field({
    type: ReplyPayload,
    description:
      'Answers the visitor of a conversation the caller holds, in the visitor’s language where a translator is configured; else CONFLICT. Needs `conversations:reply`.',
    args: {
      id: t.arg.id({ required: true, description: 'The conversation’s id.' }),
      message: t.arg.string({ required: true, description: '1 to 10,000 characters.' }),
    },
    resolve: (_, { id, message }, context) => replyToConversation(context, rowIdOf('Conversation', id), message),
  }),
  handBackConversation: t.field({
    type: payload('HandBackConversationPayload', 'The conversation that was given back.'),
    description:
      'Ends the caller’s takeover: the AI answers again, and soon what waits already. Again changes nothing; somebody else’s takeover is a CONFLICT, unless it is forced. Needs `conversations:handback`.',
    args: {
      id: t.arg.id({ required: true, description: 'The conversation’s id.' }),
      force: t.arg.boolean({
        description:
          'Ends the takeover whoever holds it. Needs `members:write` too, which owners and admins have, in a key for the whole workspace.',
      }),
    },
    resolve: async (_, { id, force }, context) => ({
      conversation: await handBackConversation(context, rowIdOf('Conversation', id), { force: force ?? false }),
    }),
  }),
  closeConversation: t.field({
    type: payload('CloseConversationPayload', 'The conversation that was closed.'),
    description: 'Closes a conversation, whoever holds it. Again changes nothing. Needs `conversations:write`.',
    args: { id: t.arg.id({ required: true, description: 'The conversation’s id.' }) },
    resolve: async (_, { id }, context) => ({
      conversation: await closeConversation(context, rowIdOf('Conversation', id)),
    }),
  }),
  sendVisitorMessage: t.field({
    type: SendPayload,
    description:
      'Takes in what a visitor wrote on a widget; a relay posts it with a secret key. The lead it gives away and its follow-up task are there when this answers; of a lead that is there already only what is empty is filled, and what contradicts it becomes a note on it. Needs `conversations:write`.',
    args: {
      widgetId: t.arg.id({ required: true, description: 'The widget the visitor wrote on.' }),
      input: t.arg({ type: SendVisitorMessageInput, required: true, description: 'What the visitor wrote.' }),
    },
    resolve: (_, { widgetId, input }, context) => {
      const { conversationId } = input;
      const sent = { ...input, conversationId: conversationId && rowIdOf('Conversation', conversationId) };
      return sendVisitorMessage(context, rowIdOf('Widget', widgetId), sent);
    },
  }),
}));
