import type { AutomationRule } from '../../src/db/generated/prisma/client.ts';
import { createRule } from '../../src/domain/automation/create-rule.ts';
import { deleteRule } from '../../src/domain/automation/delete-rule.ts';
import { updateRule } from '../../src/domain/automation/update-rule.ts';
import { builder } from '../builder/builder.ts';
import { conditionInputs, stageReference } from './conditions.ts';
import { RuleTriggerEnum } from '../builder/enums.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { AutomationRuleRef } from '../builder/refs.ts';

const AutomationConditionsInput = builder.inputType('AutomationConditionsInput', {
  description: 'Which leads a rule moves. Every one given must hold; absent and null are any.',
  fields: (t) => ({
    ...conditionInputs(t),
    minDaysSinceTouch: t.int({
      description: 'At least so many days without a touchpoint: 1 to 3,650. Only for NO_TOUCH, and 14 by default.',
    }),
  }),
});

const CreateAutomationRuleInput = builder.inputType('CreateAutomationRuleInput', {
  description: 'A new rule.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    trigger: t.field({ type: RuleTriggerEnum, required: true, description: 'What sets it off.' }),
    conditions: t.field({
      type: AutomationConditionsInput,
      description: 'Which leads it moves; every one by default.',
    }),
    targetStage: t.string({ required: true, description: 'Where it moves them: the id, key or name of a stage.' }),
    priority: t.int({ description: 'Higher ones act first: -1,000 to 1,000, 0 by default.' }),
    enabled: t.boolean({ description: 'Whether it acts; it does by default.' }),
  }),
});

const UpdateAutomationRuleInput = builder.inputType('UpdateAutomationRuleInput', {
  description: 'What to change of a rule. An absent field stays.',
  fields: (t) => ({
    name: t.string({ description: '1 to 200 characters.' }),
    trigger: t.field({ type: RuleTriggerEnum, description: 'What sets it off.' }),
    conditions: t.field({
      type: AutomationConditionsInput,
      description: 'Which leads it moves: they replace all the conditions there are, and null clears them.',
    }),
    targetStage: t.string({ description: 'Where it moves them: the id, key or name of a stage.' }),
    priority: t.int({ description: 'Higher ones act first: -1,000 to 1,000.' }),
    enabled: t.boolean({ description: 'Whether it acts. One whose target stage is gone needs another one first.' }),
  }),
});

const payload = (name: string, verb: string) =>
  builder.objectRef<{ rule: AutomationRule }>(name).implement({
    description: `The rule that was ${verb}.`,
    fields: (t) => ({
      rule: t.field({ type: AutomationRuleRef, description: 'The rule.', resolve: ({ rule }) => rule }),
    }),
  });

type WithStage = { readonly fromStage?: string | null | undefined };

const toConditions = <Given extends WithStage>(conditions: Given | null | undefined) =>
  conditions && { ...conditions, fromStage: stageReference(conditions.fromStage) };

builder.mutationFields((t) => ({
  createAutomationRule: t.field({
    type: payload('CreateAutomationRulePayload', 'made'),
    description:
      'Makes a rule; CONFLICT where there are 100 already. It acts on what happens from now on; one of trigger NO_TOUCH acts on leads that are idle already, too. Needs `automation:write` and a key of the whole workspace.',
    args: { input: t.arg({ type: CreateAutomationRuleInput, required: true, description: 'The new rule.' }) },
    resolve: async (_, { input: { conditions, targetStage, ...input } }, context) => ({
      rule: await createRule(context, {
        ...input,
        targetStage: stageReference(targetStage) ?? targetStage,
        conditions: toConditions(conditions),
      }),
    }),
  }),
  updateAutomationRule: t.field({
    type: payload('UpdateAutomationRulePayload', 'changed'),
    description: 'Changes a rule. Needs `automation:write` and a key of the whole workspace.',
    args: {
      id: t.arg.id({ required: true, description: 'The rule’s id.' }),
      input: t.arg({ type: UpdateAutomationRuleInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => {
      const { name, trigger, conditions, targetStage, priority, enabled } = input;
      const rule = await updateRule(context, rowIdOf('AutomationRule', id), {
        name: name ?? undefined,
        trigger: trigger ?? undefined,
        conditions: toConditions(conditions),
        targetStage: stageReference(targetStage) ?? undefined,
        priority: priority ?? undefined,
        enabled: enabled ?? undefined,
      });
      return { rule };
    },
  }),
  deleteAutomationRule: t.field({
    type: payload('DeleteAutomationRulePayload', 'deleted'),
    description: 'Deletes a rule; what it did stays. Needs `automation:write` and a key of the whole workspace.',
    args: { id: t.arg.id({ required: true, description: 'The rule’s id.' }) },
    resolve: async (_, { id }, context) => ({ rule: await deleteRule(context, rowIdOf('AutomationRule', id)) }),
  }),
}));
