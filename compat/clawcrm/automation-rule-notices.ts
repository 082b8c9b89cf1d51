import { ruleTriggerWords } from './automation-rule-wire.ts';
import type { Notices } from './envelope.ts';
import type { AutomationRuleRowFragment as Rule } from './generated/operations.ts';

const base = '/api/openclaw';
const rules = `${base}/automation/rules`;

const gone = 'is off: the stage it moved leads to is gone.';
const aimStep = (id: string) => `PUT ${rules} { id: '${id}', targetStage, enabled: true }`;
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
  const { id, targetStage, enabled, undoneByIds } = rule;
  if (targetStage === null) return { warnings: [...unchanged, `This rule ${gone}`], nextSteps: [aimStep(id)] };
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
  const aimless = list.filter(({ targetStage }) => targetStage === null);
  const pairs = list.flatMap((rule, index) => {
    const later = new Set(list.slice(index + 1).map(({ id }) => id));
    const ids = rule.undoneByIds.filter((id) => later.has(id));
    return ids.length > 0 ? [{ rule, ids }] : [];
  });
  const named = ({ name, id }: Rule) => `The rule "${name}" (${id})`;
  return {
    warnings: [
      ...aimless.map((rule) => `${named(rule)} ${gone}`),
      ...pairs.map(({ rule, ids }) => `${named(rule)} ${undoing(ids)}`),
    ],
    nextSteps: [
      ...(list.length === 0 ? [`POST ${rules} { name, triggerEvent, targetStage } makes the first one`] : []),
      ...aimless.map(({ id }) => aimStep(id)),
      ...pairs.map(({ rule }) => partStep(rule.id)),
    ],
  };
}
