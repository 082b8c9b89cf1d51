import type { RuleTrigger, TouchpointType } from '../../db/generated/prisma/enums.ts';

/** The conditions a rule can have. */
export const conditionNames = ['fromStage', 'tier', 'minViewCount', 'minConfidenceScore', 'minDaysSinceTouch'] as const;

export type ConditionName = (typeof conditionNames)[number];

const ofAny = ['fromStage', 'tier', 'minViewCount', 'minConfidenceScore'] as const satisfies readonly ConditionName[];

type Trigger = { readonly description: string; readonly conditions: readonly ConditionName[] };

/** What can set off a rule, and which conditions it may have then. */
export const ruleTriggers = {
  MEETING_BOOKED: { description: 'The lead booked a meeting.', conditions: ofAny },
  PROPOSAL_VIEWED: { description: 'The lead viewed a proposal; this view counts as well.', conditions: ofAny },
  CTA_CLICKED: { description: 'The lead clicked on a call to action.', conditions: ofAny },
  QUIZ_COMPLETED: {
    description: 'The lead completed a quiz; its score counts for the confidence at once.',
    conditions: ofAny,
  },
  NO_TOUCH: {
    description:
      'So many days, 14 by default, have passed without a touchpoint; looked at every minute. Without a condition on the stage, won, lost and closed leads are left alone.',
    conditions: [...ofAny, 'minDaysSinceTouch'],
  },
} as const satisfies Record<RuleTrigger, Trigger>;

type TouchTrigger = Exclude<RuleTrigger, 'NO_TOUCH'>;

const touchTriggers = {
  MEETING_BOOKED: 'MEETING_BOOKED',
  PROPOSAL_VIEWED: 'PROPOSAL_VIEWED',
  CTA_CLICKED: 'CTA_CLICKED',
  QUIZ_COMPLETED: 'QUIZ_COMPLETED',
} as const satisfies Partial<Record<TouchpointType, TouchTrigger>>;

const isTouchTrigger = (type: TouchpointType): type is keyof typeof touchTriggers => Object.hasOwn(touchTriggers, type);

/** The trigger that a touchpoint of this type is; null where no rule and no campaign waits for it. */
export const triggerOf = (type: TouchpointType): TouchTrigger | null =>
  isTouchTrigger(type) ? touchTriggers[type] : null;
