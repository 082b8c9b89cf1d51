import { findCampaign } from '../../src/domain/campaigns/find-campaign.ts';
import { listCampaigns } from '../../src/domain/campaigns/list-campaigns.ts';
import { builder } from '../builder/builder.ts';
import {
  connectionType,
  offsetArg,
  pageArgs,
  pageComplexity,
  toConnection,
  toPageInput,
} from '../builder/connection.ts';
import { CampaignTriggerEnum } from './enums.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { CampaignRef } from '../builder/refs.ts';

const CampaignConnection = connectionType(CampaignRef, 'Campaign');

const CampaignFilterInput = builder.inputType('CampaignFilter', {
  description: 'Which campaigns to list. Every field given must hold.',
  fields: (t) => ({
    trigger: t.field({ type: CampaignTriggerEnum, description: 'With this trigger.' }),
    enabled: t.boolean({ description: 'Enabled, or disabled.' }),
  }),
});

builder.queryFields((t) => ({
  campaign: t.field({
    type: CampaignRef,
    nullable: true,
    description: 'One campaign; null where there is none of that id. Needs `campaigns:read`.',
    args: { id: t.arg.id({ required: true, description: 'The campaign’s id.' }) },
    resolve: (_, { id }, context) => findCampaign(context, rowIdOf('Campaign', id)),
  }),
  campaigns: t.field({
    type: CampaignConnection,
    description: 'Campaigns, newest first. Needs `campaigns:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      ...offsetArg(t.arg),
      filter: t.arg({ type: CampaignFilterInput, description: 'Which campaigns.' }),
    },
    resolve: async (_, { filter, ...page }, context) =>
      toConnection('Campaign', await listCampaigns(context, filter ?? {}, toPageInput('Campaign', page))),
  }),
}));
