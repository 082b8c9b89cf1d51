import type { AutomationRule } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { inOrderOfAction } from './list-rules.ts';

/** Whether one lead can be meant by both: null is any. */
const meet = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

/** Whether each takes leads from where the other takes them to. The bounds of both can hold at once, whatever they are. */
const undo = (one: AutomationRule, other: AutomationRule): boolean =>
  one.trigger === other.trigger &&
  one.targetStageId !== other.targetStageId &&
  meet(one.tier, other.tier) &&
  meet(one.fromStageId, other.targetStageId) &&
  meet(other.fromStageId, one.targetStageId);

/** For each rule the ids of those that undo it, in the order in which they act; a rule that is off undoes none, nor is undone. */
export async function findRulesUndoing(db: DomainContext['db'], ids: readonly string[]): Promise<string[][]> {
  const acting = await db.automationRule.findMany({ where: { enabled: true }, orderBy: inOrderOfAction });
  const rules = new Map(acting.map((rule) => [rule.id, rule]));
  return ids.map((id) => {
    const rule = rules.get(id);
    return rule === undefined ? [] : acting.filter((other) => undo(rule, other)).map((other) => other.id);
  });
}
