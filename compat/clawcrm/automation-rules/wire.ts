import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import {
  atLeast,
  conditionFields,
  touchTriggerWords,
  toBound,
  toGraphConditions,
  toWireConditions,
} from './condition-wire.ts';
import { envelope } from '../envelope.ts';
import type {
  AutomationCondition,
  AutomationRuleRowFragment,
  AutomationRulesQuery,
  RuleTrigger,
} from '../generated/operations.ts';
import { instant } from '../../route/scalars.ts';

export const ruleTriggerWords = { ...touchTriggerWords, NO_TOUCH: 'no_touch' } as const satisfies Record<
  RuleTrigger,
  string
>;

const conditionWords = {
  fromStage: 'fromStage',
  tier: 'tier',
  minViewCount: 'viewCount',
  minConfidenceScore: 'confidenceScore',
  minDaysSinceTouch: 'daysSinceTouch',
} as const satisfies Record<AutomationCondition, string>;

export const ruleTriggers = wordsOf(ruleTriggerWords);
export const toTrigger = graphValue(ruleTriggerWords);

const id = z.string().meta({ description: 'The rule’s id.', example: exampleId('AutomationRule') });
const name = z.string().min(1).max(200).meta({ example: 'Booked means engaged' });
const triggerEvent = z.enum(ruleTriggers).meta({ example: 'meeting_booked' });
const targetStage = z.string().meta({
  description: 'Where it moves leads: the name, key or id of a stage, and not the one they come from.',
  example: 'Engaged',
});
const priority = z.int().min(-1000).max(1000).meta({ description: 'Higher ones act first; 0 by default.' });

const conditions = strictObject({
  ...conditionFields,
  daysSinceTouch: atLeast(1, 3650)
    .nullish()
    .meta({ description: 'Days without a touchpoint; with the trigger no_touch only, and 14 by default.' }),
}).meta({
  id: 'ClawcrmRuleConditions',
  description: 'Which leads a rule moves: every one given must hold. `fromStage` takes a stage’s name, key or id.',
});

const WireRule = z
  .strictObject({
    id,
    name: z.string(),
    triggerEvent,
    conditions,
    targetStage: z.string().nullable().meta({
      description: 'The stage’s name; null once it is gone, and the rule is off until it has another one.',
    }),
    priority,
    enabled: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmRule' });

const WireTrigger = z
  .strictObject({
    trigger: triggerEvent,
    description: z.string().meta({ description: 'When it sets off a rule.' }),
    conditions: z.array(z.enum(wordsOf(conditionWords))).meta({ description: 'The conditions that go with it.' }),
  })
  .meta({ id: 'ClawcrmRuleTrigger' });

export const WireRuleList = envelope({
  rules: z.array(WireRule),
  total: z.int(),
  availableTriggers: z.array(WireTrigger),
}).meta({ id: 'ClawcrmRuleList', description: 'All of them, in the order in which they act: at most 100.' });

export const WireRuleMade = envelope({ id, rule: WireRule }).meta({ id: 'ClawcrmRuleMade' });
export const WireRuleChanged = envelope({ rule: WireRule }).meta({ id: 'ClawcrmRuleChanged' });
export const WireRuleDeleted = envelope({ id }).meta({ id: 'ClawcrmRuleDeleted' });

export const WireNewRule = strictObject({
  name,
  triggerEvent,
  conditions: conditions.nullish(),
  targetStage,
  priority: priority.optional(),
  enabled: z.boolean().optional().meta({ description: 'True by default.' }),
}).meta({ id: 'ClawcrmNewRule' });

export const WireRuleUpdate = strictObject({
  id,
  name: name.optional(),
  triggerEvent: triggerEvent.optional(),
  conditions: conditions.nullish(),
  targetStage: targetStage.optional(),
  priority: priority.optional(),
  enabled: z.boolean().optional(),
}).meta({
  id: 'ClawcrmRuleUpdate',
  description: 'What is left out stays; `conditions` are replaced as a whole, and null clears them.',
});

export const WireRuleId = queryObject({ id });

export const toRuleConditions = (asked: z.output<typeof conditions> | null | undefined) =>
  asked && { ...toGraphConditions(asked), minDaysSinceTouch: asked.daysSinceTouch?.gte };

export const toClawcrmRule = (rule: AutomationRuleRowFragment): z.input<typeof WireRule> => ({
  id: rule.id,
  name: rule.name,
  triggerEvent: ruleTriggerWords[rule.trigger],
  conditions: { ...toWireConditions(rule.conditions), daysSinceTouch: toBound(rule.conditions.minDaysSinceTouch) },
  targetStage: rule.targetStage?.name ?? null,
  priority: rule.priority,
  enabled: rule.enabled,
  createdAt: rule.createdAt,
  updatedAt: rule.updatedAt,
});

export const toAvailableTrigger = ({
  trigger,
  description,
  conditions: asked,
}: AutomationRulesQuery['automationTriggers'][number]): z.input<typeof WireTrigger> => ({
  trigger: ruleTriggerWords[trigger],
  description,
  conditions: asked.map((condition) => conditionWords[condition]),
});
