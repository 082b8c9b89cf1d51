import type { Organisation } from '../../src/db/generated/prisma/client.ts';
import { countLeads } from '../../src/domain/counts/kept-leads.ts';
import { setOrganizationTier } from '../../src/domain/workspaces/set-organization-tier.ts';
import { builder } from '../builder/builder.ts';
import type { GraphContext } from '../builder/context.ts';
import { TierEnum } from '../builder/enums.ts';
import { fresh } from '../builder/fresh.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { OrganisationRef } from './type.ts';
import { renamed } from '../builder/renamed.ts';

/** Only who sees all of a workspace can be told how full it is. */
const seesAll = ({ actor }: GraphContext, id: string): boolean => actor.orgId === id && actor.businessId === null;

builder.objectFields(OrganisationRef, (t) => ({
  leadCount: t.int({
    nullable: true,
    description:
      'How many leads count against its plan: deleted ones do not. Null for a key that is locked to a business, and of another workspace. Needs `leads:read`.',
    authScopes: { scope: 'leads:read' },
    resolve: ({ id }, _, context) => (seesAll(context, id) ? countLeads(context, { deletedAt: null }) : null),
  }),
  campaignCount: t.int({
    nullable: true,
    description:
      'How many campaigns count against its plan. Null for a key that is locked to a business, and of another workspace. Needs `campaigns:read`.',
    authScopes: { scope: 'campaigns:read' },
    resolve: ({ id }, _, context) => (seesAll(context, id) ? context.db.campaign.count() : null),
  }),
  upgradeUrl: t.string({
    description: 'Where a person can choose a larger plan.',
    extensions: fresh('configuration'),
    resolve: (_, __, { services }) => services.upgradeUrl,
  }),
}));

const SetOrganizationTierPayload = builder
  .objectRef<{ organisation: Organisation }>('SetOrganizationTierPayload')
  .implement({
    description: 'The workspace whose plan was set.',
    fields: (t) => ({
      organisation: t.field({
        type: OrganisationRef,
        description: 'The workspace.',
        resolve: ({ organisation }) => organisation,
      }),
    }),
  });

builder.mutationField('setOrganizationTier', (t) =>
  t.field({
    type: SetOrganizationTierPayload,
    description:
      'Moves any workspace of the installation to another plan, at once. What it holds beyond that plan stays. The same again changes nothing. Needs `staff`, and a key that is locked to no business.',
    args: {
      organisationId: t.arg.id({ description: 'The workspace’s id, `org_…`. Required.' }),
      organizationId: t.arg.id({
        description: 'The same as `organisationId`.',
        deprecationReason: 'Use `organisationId`.',
      }),
      tier: t.arg({ type: TierEnum, required: true, description: 'Its new plan.' }),
    },
    resolve: async (_, { tier, ...ids }, context) => {
      const id = renamed(ids, 'organisationId', 'organizationId');
      return { organisation: await setOrganizationTier(context, rowIdOf('Organisation', id), tier) };
    },
  }),
);
