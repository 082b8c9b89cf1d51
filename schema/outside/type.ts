import type { ProviderCall } from '../../src/db/generated/prisma/client.ts';
import { toGlobalId, toGlobalIdOrNull } from '../../src/ids.ts';
import { builder } from '../builder/builder.ts';
import { OutsideCapabilityEnum, ProviderCallOutcomeEnum } from '../builder/enums.ts';
import { fresh } from '../builder/fresh.ts';
import { NodeRef } from '../builder/refs.ts';

export const ProviderCallRef = builder.objectRef<ProviderCall>('ProviderCall').implement({
  description: 'One call of a provider outside, and how it went. What was said is not kept with it.',
  extensions: fresh('operational'),
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('ProviderCall', id) }),
    capability: t.field({
      type: OutsideCapabilityEnum,
      description: 'What the provider was asked for.',
      resolve: ({ capability }) => capability,
    }),
    provider: t.exposeString('provider', { description: 'The provider’s host.' }),
    outcome: t.field({ type: ProviderCallOutcomeEnum, description: 'How it went.', resolve: ({ outcome }) => outcome }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'The HTTP status of its last answer; null where none came.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it failed, as a sentence; null where it succeeded.',
    }),
    tries: t.exposeInt('tries', {
      description: 'How often it was sent: again where it was cut off, or the provider asked for it.',
    }),
    durationMs: t.exposeInt('durationMs', {
      description: 'How long it took, all of its tries and what was waited between them.',
    }),
    sentChars: t.exposeInt('sentChars', { description: 'How much was sent, in characters.' }),
    receivedChars: t.exposeInt('receivedChars', { description: 'How much text came back, in characters.' }),
    conversationId: t.id({
      nullable: true,
      description: 'The id of the conversation it was for.',
      resolve: ({ conversationId }) => toGlobalIdOrNull('Conversation', conversationId),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it ended.', resolve: ({ createdAt }) => createdAt }),
  }),
});
