import type { Organisation, Stage } from '../../src/db/generated/prisma/client.ts';
import type { Author } from '../../src/events/snapshot.ts';
import { toCapabilities } from '../../src/domain/outside/capabilities.ts';
import { plans } from '../../src/domain/plans.ts';
import { builder } from '../builder/builder.ts';
import { toGlobalId } from '../../src/ids.ts';
import { LeadStatusEnum, MemberRoleEnum, MemberTypeEnum, OutsideCapabilityEnum, TierEnum } from '../builder/enums.ts';
import { NodeRef } from '../builder/refs.ts';

export const OrganisationRef = builder
  .objectRef<Omit<Organisation, 'revision' | 'position' | 'eventAt'>>('Organisation')
  .implement({
    description: 'A workspace: the tenant that everything belongs to.',
    fields: (t) => ({
      id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Organisation', id) }),
      slug: t.exposeString('slug', { description: 'Its name as it stands in addresses and webhook bodies.' }),
      name: t.exposeString('name', { description: 'What its people call it.' }),
      tier: t.field({ type: TierEnum, description: 'Its plan.', resolve: ({ tier }) => tier }),
      leadLimit: t.int({
        nullable: true,
        description: 'How many leads the plan holds; null is no limit.',
        resolve: ({ tier }) => plans[tier].leads,
      }),
      campaignLimit: t.int({
        nullable: true,
        description: 'How many campaigns the plan holds; null is no limit.',
        resolve: ({ tier }) => plans[tier].campaigns,
      }),
      industry: t.exposeString('industry', { nullable: true, description: 'What business its people are in.' }),
      bookingLink: t.exposeString('bookingLink', {
        nullable: true,
        description: 'Where a meeting with its people can be booked.',
      }),
      projectSlug: t.exposeString('projectSlug', { nullable: true, description: 'What its agent calls the project.' }),
      outsideCapabilities: t.field({
        type: [OutsideCapabilityEnum],
        description: 'What of the providers that the operator set up it may use.',
        resolve: ({ outsideCapabilities }) => toCapabilities(outsideCapabilities),
      }),
      modelTokensPerDay: t.exposeInt('modelTokensPerDay', {
        description: 'How many tokens all of its widgets together may have a model use in a day, in UTC.',
      }),
      enrichmentsPerDay: t.exposeInt('enrichmentsPerDay', {
        description: 'How many leads it may have enriched by a provider in a day, in UTC.',
      }),
      agentLanguage: t.exposeString('agentLanguage', {
        description: 'What its agents read, as a tag such as `en`: what visitors write is translated into it.',
      }),
      createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    }),
  });

export const StageRef = builder.objectRef<Stage>('Stage').implement({
  description: 'A step of the pipeline that leads move through.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Stage', id) }),
    key: t.exposeString('key', {
      description: 'Its name as lower-case words joined by hyphens; unique in a workspace.',
    }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    order: t.exposeInt('order', { description: 'Its place in the pipeline, from 0.' }),
    isDefault: t.exposeBoolean('isDefault', { description: 'Whether a lead that names no stage begins here.' }),
    status: t.field({
      type: LeadStatusEnum,
      nullable: true,
      description: 'What a lead becomes that moves into it; null leaves its status alone.',
      resolve: ({ status }) => status,
    }),
    leadCount: t.int({
      description: 'How many leads are in it now, of those the key can see. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ id }, _, { loaders }) => loaders.leadCountOfStage.load(id),
    }),
  }),
});

export const MemberRef = builder.prismaObject('Member', {
  description: 'Somebody of the team: a person, or an AI agent that acts under its own name.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Member', id) }),
    type: t.field({ type: MemberTypeEnum, description: 'A person or an agent.', resolve: ({ type }) => type }),
    name: t.exposeString('name', { description: 'The name shown beside what it does.' }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'Where it can be written to. Needs `members:read`.',
      authScopes: { scope: 'members:read' },
    }),
    avatarUrl: t.exposeString('avatarUrl', { nullable: true, description: 'The address of its picture.' }),
    role: t.field({
      type: MemberRoleEnum,
      nullable: true,
      description:
        'What it may do, and every key bound to it at most; null only names who acts, and bounds nothing. Needs `members:read`.',
      authScopes: { scope: 'members:read' },
      resolve: ({ role }) => role,
    }),
    joinedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it first signed in; null where it never did. Needs `members:read`.',
      authScopes: { scope: 'members:read' },
      resolve: ({ joinedAt }) => joinedAt,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was added to the team.',
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
});

const AuthorTypeEnum = builder.enumType('AuthorType', {
  description: 'What kind of author somebody is.',
  values: {
    HUMAN: { description: 'A person of the team.' },
    AGENT: { description: 'An AI agent of the team.' },
    API_KEY: { description: 'A key that no member stands behind.' },
  } as const,
});

export const AuthorRef = builder.objectRef<Author>('Author').implement({
  description: 'Who wrote something or holds a conversation: a member, or a key that acts in nobody’s name.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the member or key.',
      authScopes: { insider: true },
      resolve: ({ id, type }) => toGlobalId(type === 'API_KEY' ? 'ApiKey' : 'Member', id),
    }),
    name: t.exposeString('name', { description: 'The name shown.' }),
    type: t.field({ type: AuthorTypeEnum, description: 'What kind of author.', resolve: ({ type }) => type }),
    avatarUrl: t.exposeString('avatarUrl', { nullable: true, description: 'The address of a picture.' }),
  }),
});
