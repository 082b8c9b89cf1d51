import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { AutomationRule } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { findStage } from '../stages/find-stage.ts';
import { maxRules, requireMove, ruleConditions, ruleFields, toConditionColumns } from './rule-input.ts';

const createRuleInput = z.strictObject({
  name: ruleFields.name,
  trigger: ruleFields.trigger,
  conditions: ruleConditions.nullish(),
  targetStage: ruleFields.targetStage,
  priority: ruleFields.priority.nullish(),
  enabled: ruleFields.enabled.nullish(),
});

/** Makes a rule that moves leads. @throws INVALID for a stage there is not; CONFLICT for one rule too many */
export async function createRule(
  context: DomainContext,
  input: z.input<typeof createRuleInput>,
): Promise<AutomationRule> {
  requireScope(context.actor, 'automation:write');
  const { name, trigger, conditions, targetStage, priority, enabled } = parseInput(createRuleInput, input);
  return context.write(async (tx) => {
    await tx.serialise();
    if ((await tx.automationRule.count()) >= maxRules) throw conflict(`A workspace has at most ${maxRules} rules.`);
    const { id: targetStageId } = await findStage(tx, targetStage, 'targetStage');
    const columns = await toConditionColumns(tx, trigger, conditions ?? null);
    requireMove({ ...columns, targetStageId });
    const rule = await tx.automationRule.create({
      data: {
        ...columns,
        id: tx.newId(),
        name,
        trigger,
        targetStageId,
        priority: priority ?? 0,
        enabled: enabled ?? true,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit('automation_rule.created', { id: rule.id, businessId: null });
    return rule;
  });
}
