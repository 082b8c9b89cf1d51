import { base } from '../base.ts';
import { ruleTriggerWords } from './wire.ts';
import type { Notices } from '../envelope.ts';
import type { AutomationRuleRowFragment as Rule } from '../generated/operations.ts';

const rules = `${base}/automation/rules`;

/** Why a rule is off that nobody switched off, and the call that mends it. */
function broken({ id, targetStage, fromStageGone }: Rule): { readonly reason: string; readonly step: string } | null {
  const aimless = targetStage === null;
  if (!aimless && !fromStageGone) return null;
  const fields = [...(aimless ? ['targetStage'] : []), ...(fromStageGone ? ['conditions'] : [])].join(', ');
  return {
    reason: `is off: the stage it moved leads ${aimless ? 'to' : 'from'} is gone.`,
    step: `PUT ${rules} { id: '${id}', ${fields}, enabled: true }`,
  };
}

const onStep = (id: string) => `PUT ${rules} { id: '${id}', enabled: true }`;
const partStep = (id: string) =>
  `PUT ${rules} { id: '${id}', conditions } with another fromStage, beside the conditions it has, ends that`;

const undoing = (ids: readonly string[]) => {
  const others = ids.length === 1 ? `rule ${ids.join()}` : `rules ${ids.join(', ')}`;
  return `and the ${others} undo each other: by the same trigger they take a lead to and fro.`;
};

/** What sets it off, as a call where there is one. */
function firing({ trigger, targetStage, conditions: { minDaysSinceTouch: days } }: Rule): Notices {
  if (trigger === 'NO_TOUCH') {
    return {
      warnings: [`No call sets this rule off: it waits for ${days} days without a touchpoint.`],
      nextSteps: [`POST ${base}/touchpoints { leadId, type } lets the days of a lead begin anew`],
    };
  }
  const call = `POST ${base}/touchpoints { leadId, type: '${ruleTriggerWords[trigger]}' }`;
  return { nextSteps: [`${call} moves a lead its conditions hold for to "${targetStage?.name}"`] };
}

/** Of a rule that was made or changed: whether it acts, and what comes of it. */
export function ruleNotices(rule: Rule, unchanged: readonly string[] = []): Notices {
  const { id, enabled, undoneByIds } = rule;
  const breach = broken(rule);
  if (breach) return { warnings: [...unchanged, `This rule ${breach.reason}`], nextSteps: [breach.step] };
  if (!enabled) return { warnings: [...unchanged, 'This rule is off: it moves no lead.'], nextSteps: [onStep(id)] };
  const { warnings = [], nextSteps = [] } = firing(rule);
  const undone = undoneByIds.length > 0;
  return {
    warnings: [...unchanged, ...warnings, ...(undone ? [`This rule ${undoing(undoneByIds)}`] : [])],
    nextSteps: [...nextSteps, ...(undone ? [partStep(id)] : [])],
  };
}

/** Of the whole list, each pair once. */
export function listNotices(list: readonly Rule[]): Notices {
  const breaches = list.flatMap((rule) => {
    const breach = broken(rule);
    return breach ? [{ rule, ...breach }] : [];
  });
  const pairs = list.flatMap((rule, index) => {
    const later = new Set(list.slice(index + 1).map(({ id }) => id));
    const ids = rule.undoneByIds.filter((id) => later.has(id));
    return ids.length > 0 ? [{ rule, ids }] : [];
  });
  const named = ({ name, id }: Rule) => `The rule "${name}" (${id})`;
  return {
    warnings: [
      ...breaches.map(({ rule, reason }) => `${named(rule)} ${reason}`),
      ...pairs.map(({ rule, ids }) => `${named(rule)} ${undoing(ids)}`),
    ],
    nextSteps: [
      ...(list.length === 0 ? [`POST ${rules} { name, triggerEvent, targetStage } makes the first one`] : []),
      ...breaches.map(({ step }) => step),
      ...pairs.map(({ rule }) => partStep(rule.id)),
    ],
  };
}
