import { z } from 'zod';
import type { AutomationRule } from '../../db/generated/prisma/client.ts';
import { RuleTrigger } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import { invalidField } from '../../errors.ts';
import { name } from '../input.ts';
import { findStage } from '../stages/find-stage.ts';
import { conditionFields, type Conditions } from './conditions.ts';

/** Rules a workspace can have. */
export const maxRules = 100;

const maxPriority = 1000;
const maxDays = 3650;
const defaultDaysSinceTouch = 14;

/** Which leads a rule is for. Absent and null are any. */
export const ruleConditions = z.strictObject({
  ...conditionFields,
  /** NO_TOUCH only; 14 where it is absent. */
  minDaysSinceTouch: z.int().min(1, `must be 1 to ${maxDays}`).max(maxDays, `must be 1 to ${maxDays}`).nullish(),
});

const priorityBounds = `must be -${maxPriority} to ${maxPriority}`;

export const ruleFields = {
  name: name(200),
  trigger: z.enum(RuleTrigger),
  /** The id, key or name of a stage. */
  targetStage: name(100),
  priority: z.int().min(-maxPriority, priorityBounds).max(maxPriority, priorityBounds),
  enabled: z.boolean(),
};

export type RuleColumns = Conditions & Pick<AutomationRule, 'minDaysSinceTouch'>;

/** From conditions as they were asked for to columns. @throws INVALID for a stage there is not */
export async function toConditionColumns(
  tx: Tx,
  trigger: RuleTrigger,
  conditions: z.output<typeof ruleConditions> | null,
): Promise<RuleColumns> {
  const { fromStage, tier, minViewCount, minConfidenceScore, minDaysSinceTouch } = conditions ?? {};
  const fromStageId = fromStage == null ? null : (await findStage(tx, fromStage, 'conditions.fromStage')).id;
  if (minDaysSinceTouch != null && trigger !== 'NO_TOUCH') {
    throw invalidField('conditions.minDaysSinceTouch', 'days without a touchpoint go with the trigger NO_TOUCH only');
  }
  return {
    fromStageId,
    tier: tier ?? null,
    minViewCount: minViewCount ?? null,
    minConfidenceScore: minConfidenceScore ?? null,
    minDaysSinceTouch: trigger === 'NO_TOUCH' ? (minDaysSinceTouch ?? defaultDaysSinceTouch) : null,
  };
}

/** @throws INVALID for a rule that could never move a lead. */
export function requireMove({
  fromStageId,
  targetStageId,
}: Pick<AutomationRule, 'fromStageId' | 'targetStageId'>): void {
  if (fromStageId !== null && fromStageId === targetStageId) {
    throw invalidField('targetStage', 'is the stage that the rule moves leads from');
  }
}
