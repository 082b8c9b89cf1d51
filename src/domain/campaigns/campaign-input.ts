import { z } from 'zod';
import { CampaignTrigger } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import { conditionFields } from '../automation/conditions.ts';
import { invalidField } from '../../errors.ts';
import { jsonObject, name, text } from '../input.ts';
import { subject } from '../emails/email-fields.ts';
import { requireKnownPlaceholders } from '../emails/placeholders.ts';
import { findStage } from '../stages/find-stage.ts';
import type { CampaignConditions } from './campaign-columns.ts';
import { campaignPolicy } from './policy.ts';

const { maxSteps, maxDelayHours } = campaignPolicy;
const delayBounds = `must be 0 to ${maxDelayHours}`;

const step = z.strictObject({
  subject,
  body: text(50_000),
  /** After the mail before it, or the enrolment. */
  delayHours: z.int().min(0, delayBounds).max(maxDelayHours, delayBounds),
});

const conditionsInput = z.strictObject({
  ...conditionFields,
  /** The id, key or name of the stage a lead has just come to. */
  toStage: name(100).nullish(),
});

/** What anybody may set on a campaign. */
export const campaignFields = {
  name: name(200),
  trigger: z.enum(CampaignTrigger),
  conditions: conditionsInput.nullish(),
  aiEnabled: z.boolean(),
  review: z.boolean(),
  aiConfig: jsonObject.nullish(),
  steps: z.array(step).min(1, 'must have at least one step').max(maxSteps, `must be at most ${maxSteps} steps`),
};

/** Looks the stages up; null where there is no condition at all. @throws INVALID for a stage there is not */
export async function toConditions(
  tx: Tx,
  input: z.output<typeof conditionsInput> | null | undefined,
): Promise<CampaignConditions | null> {
  const { fromStage, toStage, tier = null, minViewCount = null, minConfidenceScore = null } = input ?? {};
  const fromStageId = fromStage ? (await findStage(tx, fromStage, 'conditions.fromStage')).id : null;
  const toStageId = toStage ? (await findStage(tx, toStage, 'conditions.toStage')).id : null;
  const conditions = { fromStageId, toStageId, tier, minViewCount, minConfidenceScore };
  return Object.values(conditions).every((value) => value === null) ? null : conditions;
}

/** @throws INVALID for a placeholder that there is not */
export function requireFillable(steps: readonly { readonly subject: string; readonly body: string }[]): void {
  for (const [index, { subject, body }] of steps.entries()) {
    requireKnownPlaceholders(subject, `steps.${index}.subject`);
    requireKnownPlaceholders(body, `steps.${index}.body`);
  }
}

/** @throws INVALID for conditions that a campaign with this trigger never asks. */
export function requireFitting(trigger: CampaignTrigger, conditions: CampaignConditions | null): void {
  if (conditions === null) return;
  if (trigger === 'MANUAL') {
    throw invalidField('conditions', 'a manual campaign has none, since whoever enrols a lead chooses it');
  }
  if (trigger !== 'STAGE_CHANGED' && conditions.toStageId !== null) {
    throw invalidField('conditions.toStage', 'only a campaign whose trigger is a stage change has it');
  }
}
