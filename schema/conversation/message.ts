import { OperationTypeNode } from 'graphql';
import { builder } from '../builder/builder.ts';
import { MessageRoleEnum } from './enums.ts';
import { fresh } from '../builder/fresh.ts';
import { authorOf } from '../builder/loaders.ts';
import { ConversationRef, MessageRef, NodeRef } from '../builder/refs.ts';
import { toGlobalId } from '../../src/ids.ts';
import { limits } from '../../src/limits.ts';
import { AuthorRef } from '../workspace/type.ts';

const MessageTranslationRef = builder
  .objectRef<{ readonly language: string; readonly content: string }>('MessageTranslation')
  .implement({
    description: 'What somebody wrote, in another language.',
    fields: (t) => ({
      language: t.exposeString('language', { description: 'The language it is put into.' }),
      content: t.exposeString('content', { description: 'The words.' }),
    }),
  });

MessageRef.implement({
  description: 'One thing that was said in a conversation.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Message', id) }),
    conversationId: t.id({
      description: 'The id of its conversation.',
      resolve: ({ conversationId }) => toGlobalId('Conversation', conversationId),
    }),
    conversation: t.field({
      type: ConversationRef,
      nullable: true,
      description: 'Its conversation.',
      resolve: ({ conversationId }, _, { loaders }) => loaders.conversation.load(conversationId),
    }),
    role: t.field({ type: MessageRoleEnum, description: 'Who speaks.', resolve: ({ role }) => role }),
    content: t.exposeString('content', { description: 'What its reader sees.' }),
    originalContent: t.exposeString('originalContent', { description: 'What its author typed.' }),
    language: t.exposeString('language', {
      nullable: true,
      description: 'The language that `content` is in, as far as that is known.',
    }),
    inReplyTo: t.field({
      type: ['ID'],
      description: 'The ids of the visitor’s messages that it answers, where the AI wrote it; empty on every other.',
      resolve: ({ inReplyTo }) => inReplyTo.map((id) => toGlobalId('Message', id)),
    }),
    translated: t.exposeBoolean('translated', { description: 'Whether `content` is a translation.' }),
    translation: t.field({
      type: MessageTranslationRef,
      nullable: true,
      description:
        'What a visitor wrote, in the language of the agents (`Organisation.agentLanguage`), which no visitor sees. Null where it is in that language, where no translator serves the workspace, and until one has answered: see `awaitsTranslation`.',
      authScopes: { insider: true },
      extensions: fresh('provider'),
      args: {
        wait: t.arg.boolean({
          description: `Whether to wait for it, up to ${limits.translateMs / 1000} seconds; absent or false answers what there is, and has what is missing translated meanwhile. A subscription does neither.`,
        }),
      },
      resolve: async (
        { id, role, translation, translationLanguage: language },
        { wait },
        { loaders },
        { operation },
      ) => {
        if (role !== 'VISITOR') return null;
        if (translation != null && language != null) return { language, content: translation };
        const asking = wait ? 'WAITING' : 'ASKING';
        const how = operation.operation === OperationTypeNode.SUBSCRIPTION ? 'AS_IT_STANDS' : asking;
        return (await loaders.translations(how).load(id))?.translation ?? null;
      },
    }),
    awaitsTranslation: t.boolean({
      description:
        'Whether it is still to be translated: just written, or the translator failed. No event tells that it was; `translation(wait: true)` answers once it is.',
      authScopes: { insider: true },
      extensions: fresh('provider'),
      resolve: async ({ id, role, translationLanguage }, _, { loaders }) =>
        role === 'VISITOR' && translationLanguage == null
          ? ((await loaders.translations('AS_IT_STANDS').load(id))?.isAwaited ?? false)
          : false,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was said.', resolve: ({ createdAt }) => createdAt }),
    author: t.field({
      type: AuthorRef,
      nullable: true,
      description: 'Who wrote it; null for the visitor and the AI.',
      resolve: (row, _, { loaders }) => authorOf(row, loaders),
    }),
  }),
});
