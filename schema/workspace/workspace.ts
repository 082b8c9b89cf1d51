import type { Actor } from '../../src/access/actor.ts';
import { plans } from '../../src/domain/plans.ts';
import { signUp, type SignedUp } from '../../src/domain/workspaces/sign-up.ts';
import { notFound } from '../../src/errors.ts';
import { builder } from '../builder/builder.ts';
import { DialectEnum, TierEnum } from '../builder/enums.ts';
import { fresh } from '../builder/fresh.ts';
import { toGlobalId } from '../../src/ids.ts';
import { MemberRef, OrganisationRef } from './type.ts';
import { BusinessRef } from '../widget.ts';
import { loadOptional } from '../builder/loaders.ts';
import { secret } from '../builder/secret.ts';

const ViewerRef = builder.objectRef<Actor>('Viewer').implement({
  description: 'Who is asking: the key, and what stands behind it.',
  extensions: fresh('caller'),
  fields: (t) => ({
    apiKeyId: t.id({ description: 'The id of the key.', resolve: ({ apiKeyId }) => toGlobalId('ApiKey', apiKeyId) }),
    dialect: t.field({ type: DialectEnum, description: 'The API it speaks.', resolve: ({ dialect }) => dialect }),
    scopes: t.stringList({ description: 'What it may do.', resolve: ({ scopes }) => [...scopes].toSorted() }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    organisation: t.field({
      type: OrganisationRef,
      description: 'The workspace it belongs to.',
      resolve: async ({ orgId }, _, { db }) => {
        const organisation = await db.organisation.findFirst({ where: { id: orgId } });
        if (!organisation) throw notFound('workspace');
        return organisation;
      },
    }),
    business: t.field({
      type: BusinessRef,
      nullable: true,
      description: 'The business it is locked to.',
      resolve: ({ businessId }, _, { loaders }) => loadOptional(loaders.business, businessId),
    }),
    member: t.field({
      type: MemberRef,
      nullable: true,
      description: 'The member in whose name it acts.',
      resolve: ({ memberId }, _, { loaders }) => loadOptional(loaders.member, memberId),
    }),
  }),
});

builder.queryFields((t) => ({
  viewer: t.field({
    type: ViewerRef,
    description: 'Who is asking. Any key may.',
    resolve: (_, __, { actor }) => actor,
  }),
}));

const SignUpInput = builder.inputType('SignUpInput', {
  description: 'A stranger who wants a workspace.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Where its people can be written to.' }),
    workspaceName: t.string({
      description: 'What to call it; a known address needs another one for a further workspace.',
    }),
    agentName: t.string({ description: 'What to call the first key.' }),
    agentPlatform: t.string({ description: 'What the agent runs on.' }),
  }),
});

const SignUpPayload = builder.objectRef<SignedUp>('SignUpPayload').implement({
  description: 'The workspace that was made, and its first key.',
  fields: (t) => ({
    organisationId: t.id({ description: 'Its id.', resolve: ({ orgId }) => toGlobalId('Organisation', orgId) }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    apiKey: t.exposeString('apiKey', {
      description: 'Its first key, `rcm_live_…`. Shown this once.',
      extensions: secret,
    }),
    tier: t.field({ type: TierEnum, description: 'Its plan.', resolve: ({ tier }) => tier }),
    leadLimit: t.int({
      nullable: true,
      description: 'How many leads it holds.',
      resolve: ({ tier }) => plans[tier].leads,
    }),
    campaignLimit: t.int({
      nullable: true,
      description: 'How many campaigns it holds.',
      resolve: ({ tier }) => plans[tier].campaigns,
    }),
  }),
});

builder.mutationField('signUp', (t) =>
  t.field({
    type: SignUpPayload,
    description: 'Makes a workspace. Only the public signup route may; no key can.',
    args: { input: t.arg({ type: SignUpInput, required: true, description: 'Who signs up.' }) },
    resolve: (_, { input }, context) => signUp(context, input),
  }),
);
