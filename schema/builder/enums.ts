import {
  Dialect,
  EnrichmentStatus,
  LeadStatus,
  LeadTier,
  MemberRole,
  MemberType,
  OutsideCapability,
  ProviderCallOutcome,
  RuleTrigger,
  ScheduledEmailState,
  Temperature,
  Tier,
  TouchpointType,
} from '../../src/db/generated/prisma/enums.ts';
import { roles } from '../../src/access/roles.ts';
import { ruleTriggers } from '../../src/domain/automation/triggers.ts';
import type { ConfidenceLabel } from '../../src/domain/leads/confidence/label.ts';
import { eventCatalogue, type EventType, eventTypes } from '../../src/events/catalogue.ts';
import { mapValues } from '../../src/map-values.ts';
import { vendors } from '../../src/vendors/index.ts';
import type { Direction } from '../../src/domain/page.ts';
import { builder } from './builder.ts';

/** A GraphQL enum of one of the database's, each value described. */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  _values: Readonly<Record<Value, Value>>,
  descriptions: Readonly<Record<Value, string>>,
) {
  return builder.enumType(name, { description, values: mapValues(descriptions, (text) => ({ description: text })) });
}

export const LeadStatusEnum = enumOf('LeadStatus', 'How far the relation with a lead has come.', LeadStatus, {
  NEW: 'Nobody has been in touch yet.',
  CONTACTED: 'We wrote or called.',
  REPLIED: 'The lead answered.',
  CONVERTED: 'The lead became a customer.',
  CLOSED: 'Nothing more is to be done.',
  SPAM: 'Not a lead at all.',
});

export const TemperatureEnum = enumOf('Temperature', 'How likely a lead is to buy soon.', Temperature, {
  HOT: 'Now.',
  WARM: 'Perhaps.',
  COLD: 'Hardly.',
});

export const LeadTierEnum = enumOf('LeadTier', 'How much a lead is worth pursuing.', LeadTier, {
  HIGH: 'First of all.',
  MEDIUM: 'As time allows.',
  LOW: 'Hardly.',
});

export const ConfidenceLabelEnum = builder.enumType('ConfidenceLabel', {
  description: 'A confidence score in a word.',
  values: {
    HOT: { description: '70 and more.' },
    WARM: { description: '45 to 69.' },
    COOL: { description: '20 to 44.' },
    COLD: { description: 'Less than 20.' },
  } as const satisfies Record<ConfidenceLabel, object>,
});

export const EnrichmentStatusEnum = enumOf(
  'EnrichmentStatus',
  'How the last enrichment of a lead went.',
  EnrichmentStatus,
  {
    COMPLETE: 'Something was found.',
    FAILED: 'Nothing was, or it broke off.',
  },
);

export const TouchpointTypeEnum = enumOf('TouchpointType', 'What kind of contact there was.', TouchpointType, {
  EMAIL: 'A mail.',
  CALL: 'A call.',
  MEETING: 'A meeting.',
  NOTE: 'A written message of another kind.',
  MEETING_BOOKED: 'The lead booked a meeting.',
  PROPOSAL_VIEWED: 'The lead looked at a proposal.',
  CTA_CLICKED: 'The lead followed a call to action.',
  QUIZ_COMPLETED: 'The lead answered a quiz to its end.',
  VIDEO_WATCHED: 'The lead watched a video.',
  REPLY: 'The lead answered: `lead.replied` tells of it, and a new or contacted lead becomes REPLIED.',
  OTHER: 'Anything else.',
});

export const ScheduledEmailStateEnum = enumOf('ScheduledEmailState', 'How far a mail has come.', ScheduledEmailState, {
  QUEUED: 'To go out at `dueAt`.',
  SENT: 'It went out at `sentAt`.',
  SKIPPED: 'It was not to go out any more: its enrolment was stopped, or the lead may not be written to.',
  FAILED: 'It could not be sent.',
  DRAFT: 'It waits for somebody to approve or discard it.',
  CLAIMED: 'It is being sent.',
  KEPT: 'No mail server is set up: it was put into a file, and reached nobody.',
  UNCERTAIN:
    'It was about to be sent when the sender or the mail server was lost: it may have gone out, and is not sent again.',
  BOUNCED: 'It came back, or the mail server refused its address for good.',
  DISCARDED: 'A draft that was not wanted.',
});

export const MemberTypeEnum = enumOf('MemberType', 'What a team member is.', MemberType, {
  HUMAN: 'A person.',
  AGENT: 'An AI agent that acts under its own name.',
});

export const MemberRoleEnum = enumOf(
  'MemberRole',
  'What a member of the team may do, and every key bound to it at most.',
  MemberRole,
  mapValues(roles, ({ about }) => about),
);

export const DialectEnum = enumOf(
  'Dialect',
  'The API a key speaks, which decides its prefix and what it can hold.',
  Dialect,
  {
    ...mapValues(vendors, ({ title, basePath, keyPrefix }) => `${title} REST at ${basePath}; prefix \`${keyPrefix}\`.`),
    GRAPHQL: 'GraphQL only; prefix `tby_`.',
    WIDGET: 'The public chat endpoint only; prefix `cw_live_`. Such a key comes with its widget.',
  },
);

export const OutsideCapabilityEnum = enumOf(
  'OutsideCapability',
  'What a workspace may have done by providers outside.',
  OutsideCapability,
  {
    MODEL: 'Answering visitors by a language model.',
    TRANSLATION: 'Translating what the two sides of a conversation write.',
    MAIL: 'Sending mail.',
    ENRICHMENT: 'Finding out more about a lead.',
    CALENDLY: 'Hearing of meetings booked on Calendly, with the workspace’s own account: nobody has to grant it.',
    CAL_COM: 'Hearing of meetings booked on Cal.com, with the workspace’s own account: nobody has to grant it.',
  },
);

export const ProviderCallOutcomeEnum = enumOf(
  'ProviderCallOutcome',
  'How a provider’s call went.',
  ProviderCallOutcome,
  {
    SUCCEEDED: 'It answered what it was asked.',
    FAILED: 'It did not, in time or at all; the product did without.',
  },
);

export const TierEnum = enumOf('Tier', 'The plan of a workspace.', Tier, {
  FREE: '100 leads, 3 campaigns.',
  PRO: '1,000 leads, any number of campaigns.',
  ULTRA: '5,000 leads, any number of campaigns.',
  UNLIMITED: 'No limits: the workspace an installation starts with.',
});

export const RuleTriggerEnum = enumOf('RuleTrigger', 'What sets off a rule.', RuleTrigger, {
  MEETING_BOOKED: ruleTriggers.MEETING_BOOKED.description,
  PROPOSAL_VIEWED: ruleTriggers.PROPOSAL_VIEWED.description,
  CTA_CLICKED: ruleTriggers.CTA_CLICKED.description,
  QUIZ_COMPLETED: ruleTriggers.QUIZ_COMPLETED.description,
  NO_TOUCH: ruleTriggers.NO_TOUCH.description,
});

export const eventTypeName = (type: EventType): string => type.replaceAll('.', '_').toUpperCase();

export const EventTypeEnum = builder.enumType('EventType', {
  description: 'What happened.',
  values: Object.fromEntries(
    eventTypes.map((type) => [eventTypeName(type), { value: type, description: eventCatalogue[type].description }]),
  ),
});

export const OrderDirectionEnum = builder.enumType('OrderDirection', {
  description: 'Which way a list runs.',
  values: {
    ASC: { value: 'asc', description: 'From the least to the greatest: the earliest, the lowest, A first.' },
    DESC: { value: 'desc', description: 'From the greatest to the least: the latest, the highest, Z first.' },
  } as const satisfies Record<Uppercase<Direction>, { value: Direction; description: string }>,
});
