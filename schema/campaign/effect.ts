import type { ObjectFieldBuilder } from '@pothos/core';
import type { CampaignEffect } from '../../src/db/write/campaign-effect.ts';
import { sumEffects } from '../../src/domain/campaigns/sum-effects.ts';
import { builder, type Types } from '../builder/builder.ts';
import { toGlobalId } from '../../src/ids.ts';

const CampaignEffectRef = builder.objectRef<CampaignEffect>('CampaignEffect').implement({
  description: 'What a write set off in one campaign.',
  fields: (t) => ({
    campaignId: t.id({
      description: 'The campaign’s id.',
      resolve: ({ campaignId }) => toGlobalId('Campaign', campaignId),
    }),
    campaignName: t.exposeString('campaignName', { description: 'What it is called.' }),
    enrolledLeads: t.exposeInt('enrolledLeads', { description: 'How many leads were enrolled in it.' }),
    queuedEmails: t.exposeInt('queuedEmails', { description: 'How many of its mails were put in the queue for them.' }),
    endedEnrolments: t.exposeInt('endedEnrolments', {
      description: 'How many enrolments ended before their last mail.',
    }),
    cancelledEmails: t.exposeInt('cancelledEmails', {
      description: 'How many mails were still in the queue for them: they are not sent.',
    }),
    stopReason: t.exposeString('stopReason', {
      nullable: true,
      description:
        'Why they ended, as in `Enrolment`; null where none did, or the lead or the campaign was removed for good.',
    }),
  }),
});

/** What campaigns made of a mutation. */
export const effectsField = <Row extends { readonly effects: readonly CampaignEffect[] }>(
  t: ObjectFieldBuilder<Types, Row>,
) =>
  t.field({
    type: [CampaignEffectRef],
    description: 'What this set off in campaigns, one for each: leads that were enrolled, and enrolments that ended.',
    resolve: ({ effects }) => sumEffects(effects),
  });
