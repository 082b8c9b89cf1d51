import type { Feedback } from '../../src/db/generated/prisma/client.ts';
import { builder } from '../builder/builder.ts';
import { FeedbackPriorityEnum, FeedbackStatusEnum, FeedbackTypeEnum } from './enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { NodeRef } from '../builder/refs.ts';

export const FeedbackRef = builder.objectRef<Feedback>('Feedback').implement({
  description: 'What an agent told the operators of the installation, and what they answered.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Feedback', id) }),
    organisationId: t.id({
      description: 'The id of the workspace it comes from.',
      resolve: ({ orgId }) => toGlobalId('Organisation', orgId),
    }),
    organizationId: t.id({
      description: 'The same as `organisationId`.',
      deprecationReason: 'Use `organisationId`.',
      resolve: ({ orgId }) => toGlobalId('Organisation', orgId),
    }),
    type: t.field({ type: FeedbackTypeEnum, description: 'What kind of report.', resolve: ({ type }) => type }),
    agent: t.exposeString('agent', { nullable: true, description: 'Who told it, in its own words.' }),
    priority: t.field({
      type: FeedbackPriorityEnum,
      description: 'How pressing it is.',
      resolve: ({ priority }) => priority,
    }),
    title: t.exposeString('title', { description: 'What it is about.' }),
    description: t.exposeString('description', { nullable: true, description: 'What happened.' }),
    context: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What is known of it; flexible.',
      resolve: ({ context }) => context,
    }),
    status: t.field({ type: FeedbackStatusEnum, description: 'How far it is.', resolve: ({ status }) => status }),
    response: t.exposeString('response', { nullable: true, description: 'What the operators answered.' }),
    respondedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When they last did.',
      resolve: ({ respondedAt }) => respondedAt,
    }),
    acknowledgedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the answer was read; null while it was not.',
      resolve: ({ acknowledgedAt }) => acknowledgedAt,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was told.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});
