import type { RuleTrigger } from '../../src/db/generated/prisma/client.ts';
import { listRules } from '../../src/domain/automation/list-rules.ts';
import { type ConditionName, ruleTriggers } from '../../src/domain/automation/triggers.ts';
import { requireScope } from '../../src/access/actor.ts';
import { builder } from '../builder/builder.ts';
import { RuleTriggerEnum } from '../builder/enums.ts';
import { AutomationRuleRef } from '../builder/refs.ts';

const conditionOfName = {
  fromStage: { description: 'The stage the lead is in.' },
  tier: { description: 'The tier of the lead.' },
  minViewCount: { description: 'At least so many proposal views.' },
  minConfidenceScore: { description: 'At least this confidence.' },
  minDaysSinceTouch: { description: 'At least so many days without a touchpoint.' },
} as const satisfies Record<ConditionName, object>;

const ConditionEnum = builder.enumType('AutomationCondition', {
  description: 'A condition that a rule can have, by the name it has in `AutomationConditions`.',
  values: conditionOfName,
});

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets its keys
const triggers = Object.keys(ruleTriggers) as RuleTrigger[];

const TriggerRef = builder.objectRef<RuleTrigger>('AutomationTrigger').implement({
  description: 'Something that can set off a rule.',
  fields: (t) => ({
    trigger: t.field({ type: RuleTriggerEnum, description: 'Its name.', resolve: (trigger) => trigger }),
    description: t.string({
      description: 'When it does.',
      resolve: (trigger) => ruleTriggers[trigger].description,
    }),
    conditions: t.field({
      type: [ConditionEnum],
      description: 'The conditions such a rule can have.',
      resolve: (trigger) => [...ruleTriggers[trigger].conditions],
    }),
  }),
});

builder.queryFields((t) => ({
  automationRules: t.field({
    type: [AutomationRuleRef],
    description: 'The rules that move leads, in the order in which they act: at most 100. Needs `automation:read`.',
    complexity: { field: 1, multiplier: 100 },
    resolve: (_, __, context) => listRules(context),
  }),
  automationTriggers: t.field({
    type: [TriggerRef],
    description: 'What can set off a rule. Needs `automation:read`.',
    resolve: (_, __, { actor }) => {
      requireScope(actor, 'automation:read');
      return triggers;
    },
  }),
}));
