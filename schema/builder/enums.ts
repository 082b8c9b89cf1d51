import {
  CampaignTrigger,
  ConversationStatus,
  CustomFieldType,
  DeliveryState,
  Dialect,
  FeedbackPriority,
  FeedbackStatus,
  FeedbackType,
  EnrichmentStatus,
  EnrolmentStatus,
  JobState,
  LeadStatus,
  LeadTier,
  MemberRole,
  MemberType,
  MessageRole,
  NoteType,
  OutsideCapability,
  ProviderCallOutcome,
  RuleTrigger,
  ScheduledEmailState,
  ScraperRunStatus,
  TaskStatus,
  TaskType,
  Temperature,
  Tier,
  TouchpointType,
  WebhookFormat,
} from '../../src/db/generated/prisma/enums.ts';
import { roles } from '../../src/access/roles.ts';
import { ruleTriggers } from '../../src/domain/automation/triggers.ts';
import type { ConfidenceLabel } from '../../src/domain/leads/confidence/label.ts';
import { eventCatalogue, type EventType, eventTypes } from '../../src/events/catalogue.ts';
import { mapValues } from '../../src/map-values.ts';
import { vendors, vendorWebhooks } from '../../src/vendors/index.ts';
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

export const CustomFieldTypeEnum = enumOf(
  'CustomFieldType',
  'What the values of a custom field are.',
  CustomFieldType,
  {
    TEXT: 'Text of at most 10,000 characters.',
    NUMBER: 'A number.',
    DATE: 'A date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z, as text.',
    SELECT: 'One of its options.',
    MULTISELECT: 'A list of some of its options.',
    BOOLEAN: 'True or false.',
  },
);

export const ConversationStatusEnum = enumOf(
  'ConversationStatus',
  'Who answers in a conversation.',
  ConversationStatus,
  {
    ACTIVE: 'The AI answers.',
    HUMAN_ACTIVE: 'A person or agent has taken over; the AI is silent.',
    CLOSED: 'Nobody; a visitor who writes again opens it anew.',
  },
);

export const MessageRoleEnum = enumOf('MessageRole', 'Who speaks in a message.', MessageRole, {
  VISITOR: 'The visitor.',
  AI: 'The AI.',
  HUMAN: 'Whoever has taken the conversation over: a person or an outside agent.',
  SYSTEM: 'The product itself.',
});

export const TaskTypeEnum = enumOf('TaskType', 'What kind of work a task is.', TaskType, {
  FOLLOW_UP: 'Get back to a lead.',
  QUALIFICATION: 'Find out whether a lead fits.',
  CRM_SYNC: 'Carry data to another system.',
  ENRICHMENT: 'Find out more about a lead.',
  EMAIL: 'Write an email.',
  OTHER: 'Anything else.',
});

export const TaskStatusEnum = enumOf('TaskStatus', 'How far a task has come.', TaskStatus, {
  PENDING: 'Waiting to be done.',
  RUNNING: 'Being done.',
  COMPLETED: 'Done.',
  FAILED: 'Tried in vain.',
  CANCELLED: 'No longer wanted.',
});

export const NoteTypeEnum = enumOf('NoteType', 'Where a note comes from.', NoteType, {
  MANUAL: 'Somebody wrote it.',
  TRANSCRIPT_SUMMARY: 'What a call or meeting came to.',
  AI_INSIGHT: 'What an AI concluded.',
  SYSTEM: 'An integration left it, or the product itself.',
});

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

export const CampaignTriggerEnum = enumOf('CampaignTrigger', 'What enrols leads in a campaign.', CampaignTrigger, {
  QUIZ_COMPLETED: 'A touchpoint: the lead completed a quiz.',
  PROPOSAL_VIEWED: 'A touchpoint: the lead looked at a proposal.',
  CTA_CLICKED: 'A touchpoint: the lead followed a call to action.',
  MEETING_BOOKED: 'A touchpoint: the lead booked a meeting.',
  STAGE_CHANGED: 'The lead moved to another stage.',
  MANUAL: 'Nothing: somebody enrols leads by hand.',
});

export const EnrolmentStatusEnum = enumOf(
  'EnrolmentStatus',
  'How far a lead has come in a campaign.',
  EnrolmentStatus,
  {
    ACTIVE: 'Mail is queued.',
    COMPLETED: 'The last mail went out.',
    STOPPED: 'It ended early; what was queued is skipped.',
  },
);

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

export const JobStateEnum = enumOf('JobState', 'How far a job has come.', JobState, {
  WAITING: 'To be begun, for the first time or again.',
  RUNNING: 'Under way.',
  SUCCEEDED: 'Done.',
  DEAD: 'It failed too often, or for a reason that stays; it can be retried.',
  CANCELLED: 'Somebody cancelled it before it was begun.',
});

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

export const ScraperRunStatusEnum = enumOf('ScraperRunStatus', 'How a scraper’s run went.', ScraperRunStatus, {
  RUNNING: 'It has not ended.',
  SUCCEEDED: 'It read its source to the end.',
  FAILED: 'It broke off.',
});

export const FeedbackTypeEnum = enumOf('FeedbackType', 'What kind of report something is.', FeedbackType, {
  BUG: 'Something does not do what it says.',
  FEATURE: 'Something that is missing.',
  ERROR: 'A call failed.',
});

export const FeedbackPriorityEnum = enumOf('FeedbackPriority', 'How pressing a report is.', FeedbackPriority, {
  CRITICAL: 'Nothing can go on.',
  HIGH: 'Soon.',
  MEDIUM: 'In its turn.',
  LOW: 'Some time.',
});

export const FeedbackStatusEnum = enumOf('FeedbackStatus', 'How far a report is.', FeedbackStatus, {
  OPEN: 'Nobody has looked at it yet.',
  IN_PROGRESS: 'Somebody is at it.',
  RESOLVED: 'It is done; the response says what to do now.',
  CLOSED: 'Nothing more is to be done.',
});

export const WebhookFormatEnum = enumOf(
  'WebhookFormat',
  'The body and headers a webhook endpoint receives.',
  WebhookFormat,
  {
    ...mapValues(vendorWebhooks, (_, format) => `As ${vendors[format].title} documents it.`),
    STANDARD:
      'Standard Webhooks, carrying every event type; what an event is about stands under `data` as the graph shows it.',
  },
);

export const DeliveryStateEnum = enumOf('WebhookDeliveryState', 'How far a delivery has come.', DeliveryState, {
  PENDING: 'To be attempted at `nextAttemptAt`.',
  SUCCEEDED: 'Answered with a 2xx.',
  DEAD: 'Given up after its last attempt; can be retried by hand.',
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
