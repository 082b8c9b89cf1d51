import { z } from 'zod';
import { leadTierWords, toLeadTier } from '../../lead-mapping.ts';
import { strictObject } from '../../route/strict-object.ts';
import { wordOrNull, wordsOf } from '../../route/words.ts';
import type { AutomationRuleRowFragment, CampaignRowFragment } from '../generated/operations.ts';
import { touchpointTypeWords } from '../touchpoints/wire.ts';

const { MEETING_BOOKED, PROPOSAL_VIEWED, CTA_CLICKED, QUIZ_COMPLETED } = touchpointTypeWords;

/** The contacts that set off rules and campaigns, which go by the same words. */
export const touchTriggerWords = { MEETING_BOOKED, PROPOSAL_VIEWED, CTA_CLICKED, QUIZ_COMPLETED };

export const atLeast = (lowest: number, highest: number) => strictObject({ gte: z.int().min(lowest).max(highest) });

/** What rules and campaigns alike ask of a lead. */
export const conditionFields = {
  fromStage: z.string().nullish(),
  tier: z.enum(wordsOf(leadTierWords)).nullish(),
  viewCount: atLeast(1, 1_000_000).nullish(),
  confidenceScore: atLeast(0, 100).nullish(),
};

type Asked = z.output<z.ZodObject<typeof conditionFields>>;

export const toGraphConditions = ({ fromStage, tier, viewCount, confidenceScore }: Asked) => ({
  fromStage,
  tier: toLeadTier(tier),
  minViewCount: viewCount?.gte,
  minConfidenceScore: confidenceScore?.gte,
});

export const toBound = (gte: number | null) => (gte === null ? null : { gte });

type Held = Pick<
  AutomationRuleRowFragment['conditions'] | NonNullable<CampaignRowFragment['conditions']>,
  'fromStageId' | 'fromStage' | 'tier' | 'minViewCount' | 'minConfidenceScore'
>;

/** A stage that is gone is shown by its id. */
export const toWireConditions = (held: Held) => ({
  fromStage: held.fromStage?.name ?? held.fromStageId,
  tier: wordOrNull(leadTierWords, held.tier),
  viewCount: toBound(held.minViewCount),
  confidenceScore: toBound(held.minConfidenceScore),
});
