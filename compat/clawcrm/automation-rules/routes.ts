import { base } from '../base.ts';
import { exampleId, prefixOf } from '../../../src/ids.ts';
import { shownIn } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { listNotices, ruleNotices } from './notices.ts';
import {
  ruleTriggers,
  toAvailableTrigger,
  toClawcrmRule,
  toRuleConditions,
  toTrigger,
  WireNewRule,
  WireRuleChanged,
  WireRuleDeleted,
  WireRuleId,
  WireRuleList,
  WireRuleMade,
  WireRuleUpdate,
} from './wire.ts';
import { succeed } from '../envelope.ts';
import {
  AutomationRuleDocument,
  type AutomationRuleRowFragment,
  AutomationRulesDocument,
  CreateAutomationRuleDocument,
  DeleteAutomationRuleDocument,
  UpdateAutomationRuleDocument,
} from '../generated/operations.ts';
import { takesNothing } from '../hints.ts';
import { readAgain } from '../read-again.ts';
import { nothingAsked } from '../nothing-asked.ts';

const path = '/automation/rules';
const unknownId = `GET ${base}${path} shows the ids there are.`;
const wholeWorkspace = 'Use a key that holds automation:write and is not locked to a business.';

const triggerField = `\`triggerEvent\` (${ruleTriggers.join(', ')})`;
const stageField = `\`targetStage\` (a stage’s name, key or id: GET ${base}/stages shows them; not the one in fromStage)`;
const otherFields =
  '`conditions` { fromStage, tier: high, medium or low, viewCount: { gte: 1 or more }, confidenceScore: { gte: 0 to 100 }, and with no_touch only daysSinceTouch: { gte: 1 to 3650 } }, `priority` (-1000 to 1000), `enabled`';

const made = (rule: AutomationRuleRowFragment) =>
  succeed({ id: rule.id, rule: toClawcrmRule(rule) }, ruleNotices(rule));

const ruleIn = shownIn(path, 'automation_rules', prefixOf('AutomationRule'));

/** Section "Stage Automation Rules". */
export const automationRuleRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'automation:read',
    summary: 'List the rules that move leads, and the triggers there are',
    description: 'In the order in which they act.',
    hints: takesNothing,
    reply: WireRuleList,
    operation: AutomationRulesDocument,
    variables: () => ({}),
    present: ({ automationRules: rules, automationTriggers: triggers }) =>
      succeed(
        { rules: rules.map(toClawcrmRule), total: rules.length, availableTriggers: triggers.map(toAvailableTrigger) },
        listNotices(rules),
      ),
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'automation:write',
    status: 201,
    summary: 'Make a rule that moves leads',
    description:
      'It acts on what happens from now on: where its trigger fires and every condition holds, the lead moves to `targetStage`.',
    hints: {
      INVALID: `Send \`name\`, ${triggerField} and ${stageField}, and optionally ${otherFields}.`,
      FORBIDDEN: wholeWorkspace,
      CONFLICT: `At 100 rules, first delete one that is no longer needed: DELETE ${base}${path}?id=rul_…. An Idempotency-Key goes with one body only.`,
    },
    body: WireNewRule,
    example: { name: 'A meeting is booked', triggerEvent: 'meeting_booked', targetStage: 'qualified' },
    reply: WireRuleMade,
    operation: CreateAutomationRuleDocument,
    variables: ({ body: { triggerEvent, conditions, ...input } }) => ({
      input: { ...input, trigger: toTrigger(triggerEvent), conditions: toRuleConditions(conditions) },
    }),
    present: ({ createAutomationRule }) => made(createAutomationRule.rule),
    rebuild: readAgain({
      type: 'AutomationRule',
      operation: AutomationRuleDocument,
      scope: 'automation:read',
      present: made,
    }),
  }),
  route({
    method: 'put',
    path,
    kind: 'write',
    scope: 'automation:write',
    summary: 'Change a rule',
    description:
      'Takes the `id` in the body. A rule that is off as its stage is gone needs another `targetStage` to be enabled.',
    hints: {
      INVALID: `Send \`id\`, and what is to change of \`name\`, ${triggerField}, ${stageField}, ${otherFields}.`,
      FORBIDDEN: wholeWorkspace,
      NOT_FOUND: unknownId,
    },
    body: WireRuleUpdate,
    example: { id: exampleId('AutomationRule'), enabled: false },
    reply: WireRuleChanged,
    operation: UpdateAutomationRuleDocument,
    resource: ({ body }) => ruleIn(body),
    variables: ({ body: { id, triggerEvent, conditions, ...input } }) => ({
      id,
      input: { ...input, trigger: toTrigger(triggerEvent), conditions: toRuleConditions(conditions) },
    }),
    present: ({ updateAutomationRule: { rule } }, { body }) =>
      succeed({ rule: toClawcrmRule(rule) }, ruleNotices(rule, nothingAsked(body))),
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'automation:write',
    summary: 'Delete a rule',
    description: 'For good. Leads stay where it moved them.',
    hints: { INVALID: 'Send the rule as `?id=rul_…`.', FORBIDDEN: wholeWorkspace, NOT_FOUND: unknownId },
    query: WireRuleId,
    reply: WireRuleDeleted,
    operation: DeleteAutomationRuleDocument,
    resource: ({ query }) => ruleIn(query),
    variables: ({ query }) => query,
    present: ({ deleteAutomationRule }) => succeed({ id: deleteAutomationRule.rule.id }),
  }),
];
