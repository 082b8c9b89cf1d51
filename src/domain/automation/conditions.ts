import { z } from 'zod';
import { LeadTier } from '../../db/generated/prisma/enums.ts';
import { name } from '../input.ts';

/** Which leads a rule or a campaign is for, as whoever makes it says so. Absent and null are any. */
export const conditionFields = {
  /** The id, key or name of the stage a lead is in, or has just left where its stage changed. */
  fromStage: name(100).nullish(),
  tier: z.enum(LeadTier).nullish(),
  /** Proposal views, inclusive. */
  minViewCount: z.int().min(1, 'must be 1 or more').max(1_000_000, 'must be at most 1000000').nullish(),
  /** Inclusive. A lead that was never scored has none. */
  minConfidenceScore: z.int().min(0, 'must be 0 to 100').max(100, 'must be 0 to 100').nullish(),
};

/** The same once its stages were looked up; every one that is not null must hold. */
export type Conditions = {
  readonly fromStageId: string | null;
  readonly tier: LeadTier | null;
  readonly minViewCount: number | null;
  readonly minConfidenceScore: number | null;
};

/** What conditions are held against. */
export type LeadFacts = {
  /** The stage the lead is in, or has just left where its stage changed. */
  readonly fromStageId: string;
  readonly tier: LeadTier | null;
  readonly confidenceScore: number | null;
  /** Costs a statement, so it is asked only where everything else holds. */
  readonly viewCount: () => Promise<number>;
};

export async function conditionsHold(conditions: Conditions, facts: LeadFacts): Promise<boolean> {
  const { fromStageId, tier, minViewCount, minConfidenceScore } = conditions;
  if (fromStageId !== null && fromStageId !== facts.fromStageId) return false;
  if (tier !== null && tier !== facts.tier) return false;
  if (minConfidenceScore !== null && (facts.confidenceScore ?? -1) < minConfidenceScore) return false;
  return minViewCount === null || (await facts.viewCount()) >= minViewCount;
}
