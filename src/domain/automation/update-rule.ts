import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { AutomationRule } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { findStage } from '../stages/find-stage.ts';
import { requireMove, ruleConditions, ruleFields, type RuleColumns, toConditionColumns } from './rule-input.ts';

const updateRuleInput = z.strictObject({
  name: ruleFields.name.optional(),
  trigger: ruleFields.trigger.optional(),
  /** Replaces all the conditions there are; null is none. */
  conditions: ruleConditions.nullish(),
  targetStage: ruleFields.targetStage.optional(),
  priority: ruleFields.priority.optional(),
  enabled: ruleFields.enabled.optional(),
});

type Changes = z.output<typeof updateRuleInput>;

/**
 * Changes a rule; the same again changes nothing.
 * @throws NOT_FOUND; INVALID for a stage there is not, and for enabling a rule one of whose stages is gone
 */
export async function updateRule(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateRuleInput>,
): Promise<AutomationRule> {
  requireScope(context.actor, 'automation:write');
  const changes = parseInput(updateRuleInput, input);
  return context.write(async (tx) => {
    await tx.lock('automation_rules', id);
    const before = await tx.automationRule.findFirst({ where: { id } });
    if (!before) throw notFound('automation rule');
    const wanted = await applyChanges(tx, before, changes);
    requireMove(wanted);
    if (wanted.enabled && wanted.targetStageId === null) {
      throw invalidField('targetStage', 'the stage this rule moved leads to is gone; name another one');
    }
    if (wanted.enabled && wanted.fromStageGone) {
      throw invalidField('conditions', 'the stage this rule moved leads from is gone; say anew which leads it is for');
    }
    if (isSameValue(before, wanted)) return before;
    const { orgId: _, id: __, createdAt: ___, ...data } = wanted;
    const [rule] = await tx.automationRule.updateManyAndReturn({ where: { id }, data: { ...data, updatedAt: tx.now } });
    if (!rule) throw notFound('automation rule');
    tx.audit('automation_rule.updated', { id, businessId: null }, changesOf(before, rule, Object.keys(data)));
    return rule;
  });
}

async function applyChanges(tx: Tx, before: AutomationRule, changes: Changes): Promise<AutomationRule> {
  const { name = before.name, trigger = before.trigger, targetStage } = changes;
  const { priority = before.priority, enabled = before.enabled } = changes;
  const targetStageId =
    targetStage === undefined ? before.targetStageId : (await findStage(tx, targetStage, 'targetStage')).id;
  const columns = await conditionColumns(tx, before, trigger, changes.conditions);
  const fromStageGone = changes.conditions === undefined && before.fromStageGone;
  return { ...before, ...columns, fromStageGone, name, trigger, targetStageId, priority, enabled };
}

/** Conditions that were not given stay, but for the days, which only NO_TOUCH counts. */
async function conditionColumns(
  tx: Tx,
  before: AutomationRule,
  trigger: AutomationRule['trigger'],
  conditions: Changes['conditions'],
): Promise<RuleColumns> {
  if (conditions !== undefined) return toConditionColumns(tx, trigger, conditions);
  const { minDaysSinceTouch } = await toConditionColumns(tx, trigger, null);
  const kept = trigger === 'NO_TOUCH' ? (before.minDaysSinceTouch ?? minDaysSinceTouch) : null;
  return { ...before, minDaysSinceTouch: kept };
}
