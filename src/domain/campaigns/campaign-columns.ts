import { z } from 'zod';
import { LeadTier } from '../../db/generated/prisma/enums.ts';
import type { Conditions } from '../automation/conditions.ts';

export type CampaignStep = { readonly subject: string; readonly body: string; readonly delayHours: number };

/** Which leads a campaign's trigger enrols. */
export type CampaignConditions = Conditions & {
  /** The stage a lead has just come to, where the trigger is STAGE_CHANGED. */
  readonly toStageId: string | null;
};

const steps = z.array(z.object({ subject: z.string(), body: z.string(), delayHours: z.int() }));

const conditions = z
  .object({
    fromStageId: z.string().nullable(),
    toStageId: z.string().nullable(),
    tier: z.enum(LeadTier).nullable(),
    minViewCount: z.int().nullable(),
    minConfidenceScore: z.int().nullable(),
  })
  .nullable();

/** The JSON columns of a campaign, as they were written. */
export const readSteps = (column: unknown): CampaignStep[] => steps.parse(column);
export const readConditions = (column: unknown): CampaignConditions | null => conditions.parse(column);
