import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { ConversationStatusEnum } from './enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { limits } from '../../src/limits.ts';
import { loadOptional } from '../builder/loaders.ts';
import { AuthorRef } from '../workspace/type.ts';
import { type ConversationNode, ConversationRef, LeadRef, MessageRef, NodeRef } from '../builder/refs.ts';
import { BusinessRef, WidgetRef } from '../widget.ts';
import { messageQueries } from './reads.ts';

const MessageConnection = connectionType(MessageRef, 'Message');

const { transcriptMessages, transcriptBytes } = limits;

/** A visitor makes a conversation as long as they like. */
const transcriptSize = (last: number | null | undefined) =>
  Math.min(Math.max(last ?? transcriptMessages, 1), transcriptMessages);

const VisitorRef = builder.objectRef<ConversationNode>('Visitor').implement({
  description: 'Who writes on the other side of a chat, as far as they told.',
  fields: (t) => ({
    name: t.exposeString('visitorName', { nullable: true, description: 'Their name.' }),
    email: t.exposeString('visitorEmail', { nullable: true, description: 'Their e-mail address.' }),
    language: t.exposeString('language', { nullable: true, description: 'The language they read.' }),
  }),
});

ConversationRef.implement({
  description: 'A chat between a visitor of a widget and whoever answers: the AI, or a person or agent who took over.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Conversation', id) }),
    status: t.field({ type: ConversationStatusEnum, description: 'Who answers.', resolve: ({ status }) => status }),
    language: t.exposeString('language', { nullable: true, description: 'The language the visitor reads.' }),
    visitor: t.field({ type: VisitorRef, description: 'Who writes.', resolve: (conversation) => conversation }),
    takenOverBy: t.field({
      type: AuthorRef,
      nullable: true,
      description: 'Who holds the conversation; null while the AI answers.',
      resolve: ({ takenOverBy, holderKeyId: keyId, holderMemberId: memberId }, _, { loaders }) => {
        if (takenOverBy !== undefined) return takenOverBy;
        return keyId || memberId ? loaders.author.load({ keyId, memberId }) : null;
      },
    }),
    takenOverAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when.',
      resolve: ({ takenOverAt }) => takenOverAt,
    }),
    takenOverUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Until when, unless the holder renews its lease; it is handed back within seconds then. Null while nobody holds it, or without a lease.',
      resolve: ({ takenOverUntil }) => takenOverUntil,
    }),
    closedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed.',
      resolve: ({ closedAt }) => closedAt,
    }),
    notCapturedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Since when its visitor could be a lead and is none, because the leads of an hour of its widget or the plan’s were used up; null once they are one, or it is closed.',
      authScopes: { insider: true },
      resolve: ({ notCapturedAt }) => notCapturedAt,
    }),
    lastMessage: t.field({
      type: MessageRef,
      nullable: true,
      description: 'Its latest message, whoever wrote it.',
      resolve: ({ lastMessage, lastMessageId }, _, { loaders }) =>
        lastMessage === undefined ? loadOptional(loaders.message, lastMessageId) : lastMessage,
    }),
    lastMessageAt: t.field({
      type: 'DateTime',
      description: 'When that was written; when the conversation began, while there is none.',
      resolve: ({ lastMessageAt }) => lastMessageAt,
    }),
    messageCount: t.exposeInt('messageCount', {
      description: 'How many messages it has. 0 in events from before messages were counted.',
    }),
    waitingSince: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Since when the visitor waits for a person: the oldest message that no person answered of those sent since one took over, the visitor asked for one, or the AI left the answer to the team. Null while nobody waits; a person’s reply and closing end the wait, handing back does not.',
      resolve: ({ waitingSince }) => waitingSince,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it began.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    businessId: t.id({
      nullable: true,
      description: 'The id of its business.',
      authScopes: { insider: true },
      resolve: ({ businessId }) => businessId && toGlobalId('Business', businessId),
    }),
    widgetId: t.id({ description: 'The id of its widget.', resolve: ({ widgetId }) => toGlobalId('Widget', widgetId) }),
    leadId: t.id({
      nullable: true,
      description: 'The id of the lead the visitor became.',
      authScopes: { insider: true },
      resolve: ({ leadId }) => leadId && toGlobalId('Lead', leadId),
    }),
    widget: t.field({
      type: WidgetRef,
      nullable: true,
      description: 'The widget it takes place on.',
      authScopes: { insider: true },
      resolve: ({ widget, widgetId }, _, { loaders }) => widget ?? loaders.widget.load(widgetId),
    }),
    business: t.field({
      type: BusinessRef,
      nullable: true,
      description: 'The business it belongs to.',
      authScopes: { insider: true },
      resolve: ({ business, businessId }, _, { loaders }) =>
        business === undefined ? loadOptional(loaders.business, businessId) : business,
    }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead the visitor became; null where there is none or it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loadOptional(loaders.lead, leadId),
    }),
    messages: t.field({
      type: MessageConnection,
      nullable: true,
      description: 'Its messages, oldest first.',
      complexity: pageComplexity,
      args: pageArgs(t.arg),
      resolve: ({ id }, args, { loaders }, info) =>
        childConnection('Message', loaders.messagesOfConversation, id, args, () => ({
          fields: messageQueries.fieldsOfConnection(info),
        })),
    }),
    transcript: t.field({
      type: [MessageRef],
      nullable: true,
      description: `Its latest messages in one piece, oldest first, up to ${transcriptBytes / 1024 / 1024} MiB of text. Where \`messageCount\` is more, earlier ones were left out: \`messages\` has them all.`,
      complexity: ({ last }) => ({ field: 1, multiplier: transcriptSize(last) / 10 }),
      args: {
        last: t.arg.int({
          description: `How many at most; up to ${transcriptMessages}, which is also what an absent one means.`,
        }),
      },
      resolve: ({ id }, { last }, { loaders }) =>
        loaders.messagesOfConversation
          .pages({ limit: transcriptSize(last), maxBytes: transcriptBytes, cursor: null, backward: true })
          .load(id),
    }),
  }),
});
