import type { AutomationRule, AutomationRun } from '../../src/db/generated/prisma/client.ts';
import { describeRun } from '../../src/domain/automation/describe-run.ts';
import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { conditionFields } from './conditions.ts';
import { RuleTriggerEnum } from '../builder/enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { belowLead } from '../lead/type.ts';
import { loadOptional } from '../builder/loaders.ts';
import { StageRef } from '../workspace/type.ts';
import { AutomationRuleRef, AutomationRunRef, LeadRef, NodeRef, TouchpointRef } from '../builder/refs.ts';

const RuleConditionsRef = builder.objectRef<AutomationRule>('AutomationConditions').implement({
  description: 'Which leads a rule moves. Every one that is not null must hold.',
  fields: (t) => ({
    ...conditionFields(t),
    minDaysSinceTouch: t.exposeInt('minDaysSinceTouch', {
      nullable: true,
      description: 'At least so many days without a touchpoint; NO_TOUCH has it, the other triggers do not.',
    }),
  }),
});

AutomationRuleRef.implement({
  description: 'Moves leads to a stage when its trigger fires and its conditions hold.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('AutomationRule', id) }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    trigger: t.field({ type: RuleTriggerEnum, description: 'What sets it off.', resolve: ({ trigger }) => trigger }),
    conditions: t.field({ type: RuleConditionsRef, description: 'Which leads it moves.', resolve: (rule) => rule }),
    targetStage: t.field({
      type: StageRef,
      nullable: true,
      description: 'Where it moves them; null once that stage is gone, and the rule is off until it has another one.',
      resolve: ({ targetStageId }, _, { loaders }) => loadOptional(loaders.stage, targetStageId),
    }),
    fromStageGone: t.exposeBoolean('fromStageGone', {
      description: 'Whether the stage it took leads from is gone: it is off until its conditions are given anew.',
    }),
    priority: t.exposeInt('priority', {
      description: 'Higher ones act first; of rules with the same one, the older.',
    }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether it acts.' }),
    undoneByIds: t.idList({
      description:
        'The ids of the rules that act as well, have the same trigger, and take leads back to where this one takes them from: a lead for which the conditions of both hold goes to and fro. None of NO_TOUCH, which takes no lead back.',
      resolve: async ({ id }, _, { loaders }) =>
        (await loaders.rulesUndoing.load(id)).map((other) => toGlobalId('AutomationRule', other)),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});

AutomationRunRef.implement({
  description: 'One time a rule moved a lead. It is kept as it was, whatever becomes of the rule and the stages.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('AutomationRun', id) }),
    description: t.string({
      description: 'The same in a sentence: from where to where, by which rule, because of what.',
      resolve: (run) => describeRun(run, run.touchpointId && toGlobalId('Touchpoint', run.touchpointId)),
    }),
    trigger: t.field({ type: RuleTriggerEnum, description: 'What set it off.', resolve: ({ trigger }) => trigger }),
    fromStageName: t.exposeString('fromStageName', { description: 'The name of the stage the lead was in.' }),
    toStageName: t.exposeString('toStageName', { description: 'The name of the stage it was moved to.' }),
    ruleId: t.id({ description: 'The id of the rule.', resolve: ({ ruleId }) => toGlobalId('AutomationRule', ruleId) }),
    ruleName: t.exposeString('ruleName', { description: 'What the rule was called then.' }),
    rule: t.field({
      type: AutomationRuleRef,
      nullable: true,
      description: 'The rule as it is now; null once it is gone. Needs `automation:read`.',
      authScopes: { scope: 'automation:read' },
      resolve: ({ ruleId }, _, { loaders }) => loaders.automationRule.load(ruleId),
    }),
    touchpointId: t.id({
      nullable: true,
      description: 'The id of the touchpoint that set it off; null where time did.',
      resolve: ({ touchpointId }) => touchpointId && toGlobalId('Touchpoint', touchpointId),
    }),
    touchpoint: t.field({
      type: TouchpointRef,
      nullable: true,
      description: 'That touchpoint. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ touchpointId }, _, { loaders }) => loadOptional(loaders.touchpoint, touchpointId),
    }),
    leadId: t.id({ description: 'The id of the lead.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    createdAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ createdAt }) => createdAt }),
  }),
});

const AutomationRunConnection = connectionType<AutomationRun>(AutomationRunRef, 'AutomationRun');

builder.objectField(LeadRef, 'automationRuns', (t) =>
  t.field({
    type: AutomationRunConnection,
    nullable: true,
    description: 'How rules moved it, newest first; null of a deleted lead. Needs `automation:read`.',
    authScopes: { scope: 'automation:read' },
    complexity: pageComplexity,
    args: pageArgs(t.arg),
    resolve: (lead, args, { loaders }) =>
      belowLead(lead, loaders, () => childConnection('AutomationRun', loaders.automationRunsOfLead, lead.id, args)),
  }),
);
