import { subjectScopes } from '../../src/domain/events/event-scopes.ts';
import { eventCatalogue, type EventSubject } from '../../src/events/catalogue.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { builder } from '../builder/builder.ts';
import { EventTypeEnum, LeadStatusEnum } from '../builder/enums.ts';
import { FeedbackRef } from '../feedback/type.ts';
import { toGlobalId } from '../../src/ids.ts';
import { StageRef } from '../workspace/type.ts';
import {
  ConversationRef,
  EmailRef,
  EnrolmentRef,
  EventRef,
  LeadRef,
  MeetingRef,
  MessageRef,
  NoteRef,
  TaskRef,
  TouchpointRef,
} from '../builder/refs.ts';

const subjectTypes = {
  lead: 'LeadEvent',
  conversation: 'ConversationEvent',
  task: 'TaskEvent',
  email: 'EmailEvent',
  feedback: 'FeedbackEvent',
  webhook_endpoint: 'WebhookEndpointEvent',
} as const;

const about = (subject: EventSubject) => ({ event: subjectScopes[subject] });

EventRef.implement({
  description:
    'Something that happened, as it was at that moment. Its id is the same in subscriptions, webhooks and `events`, and is the cursor to resume after.',
  resolveType: ({ type }) => subjectTypes[eventCatalogue[type].subject],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`evt_` and 16 hex digits.' }),
    type: t.field({ type: EventTypeEnum, description: 'What happened.', resolve: ({ type }) => type }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When. Never earlier than the event before it.',
      resolve: ({ createdAt }) => createdAt,
    }),
    businessId: t.id({
      nullable: true,
      description: 'The id of the business it belongs to.',
      authScopes: { insider: true },
      resolve: ({ businessId }) => businessId && toGlobalId('Business', businessId),
    }),
  }),
});

export const LeadEventRef = builder.objectRef<LogEvent>('LeadEvent').implement({
  description: 'Something happened to a lead.',
  interfaces: [EventRef],
  fields: (t) => ({
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead as it was then.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.lead,
    }),
    previousStage: t.field({
      type: StageRef,
      nullable: true,
      description: 'The stage it came from, when its stage changed.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.previousStage,
    }),
    previousStatus: t.field({
      type: LeadStatusEnum,
      nullable: true,
      description: 'The status it had before, when its status changed.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.previousStatus,
    }),
    note: t.field({
      type: NoteRef,
      nullable: true,
      description: 'The note as it was then, when one was made, changed or removed.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.note,
    }),
    touchpoint: t.field({
      type: TouchpointRef,
      nullable: true,
      description: 'The contact, when one was recorded.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.touchpoint,
    }),
    meeting: t.field({
      type: MeetingRef,
      nullable: true,
      description: 'The meeting as it was then, when one was booked, moved or cancelled.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.meeting,
    }),
    enrolment: t.field({
      type: EnrolmentRef,
      nullable: true,
      description: 'The enrolment as it was then, when one began or ended. Needs `campaigns:read`.',
      authScopes: { scope: 'campaigns:read' },
      resolve: ({ snapshot }) => snapshot.enrolment,
    }),
    metadata: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What was told with it: the metadata of a handoff, the words of a reply.',
      authScopes: about('lead'),
      resolve: ({ snapshot }) => snapshot.metadata,
    }),
  }),
});

export const ConversationEventRef = builder.objectRef<LogEvent>('ConversationEvent').implement({
  description: 'Something happened in a conversation.',
  interfaces: [EventRef],
  fields: (t) => ({
    conversation: t.field({
      type: ConversationRef,
      nullable: true,
      description: 'The conversation as it was then.',
      authScopes: about('conversation'),
      resolve: ({ snapshot }) => snapshot.conversation,
    }),
    message: t.field({
      type: MessageRef,
      nullable: true,
      description: 'The message, when one was received or sent.',
      authScopes: about('conversation'),
      resolve: ({ snapshot }) => snapshot.message,
    }),
  }),
});

builder.objectRef<LogEvent>('TaskEvent').implement({
  description: 'Something happened to a task.',
  interfaces: [EventRef],
  fields: (t) => ({
    task: t.field({
      type: TaskRef,
      nullable: true,
      description: 'The task as it was then.',
      authScopes: about('task'),
      resolve: ({ snapshot }) => snapshot.task,
    }),
  }),
});

builder.objectRef<LogEvent>('EmailEvent').implement({
  description: 'An email was drafted or went out.',
  interfaces: [EventRef],
  fields: (t) => ({
    email: t.field({
      type: EmailRef,
      nullable: true,
      description: 'The email as it was then.',
      authScopes: about('email'),
      resolve: ({ snapshot }) => snapshot.email,
    }),
  }),
});

builder.objectRef<LogEvent>('FeedbackEvent').implement({
  description: 'Something was reported to the operators, or they answered.',
  interfaces: [EventRef],
  fields: (t) => ({
    feedback: t.field({
      type: FeedbackRef,
      nullable: true,
      description: 'The report as it was then.',
      authScopes: about('feedback'),
      resolve: ({ snapshot }) => snapshot.feedback,
    }),
  }),
});

builder.objectRef<LogEvent>('WebhookEndpointEvent').implement({
  description: 'Something happened to a webhook endpoint.',
  interfaces: [EventRef],
  fields: (t) => ({
    endpointId: t.id({
      nullable: true,
      description: 'The id of the endpoint.',
      authScopes: about('webhook_endpoint'),
      resolve: ({ snapshot: { endpoint } }) => endpoint && toGlobalId('WebhookEndpoint', endpoint.id),
    }),
    url: t.string({
      nullable: true,
      description: 'Where its deliveries were posted.',
      authScopes: about('webhook_endpoint'),
      resolve: ({ snapshot }) => snapshot.endpoint?.url,
    }),
    disabledReason: t.string({
      nullable: true,
      description: 'Why it was disabled.',
      authScopes: about('webhook_endpoint'),
      resolve: ({ snapshot }) => snapshot.endpoint?.disabledReason,
    }),
    sampleOf: t.field({
      type: EventTypeEnum,
      nullable: true,
      description: 'Of a test: the type that the endpoint was sent a sample of.',
      authScopes: about('webhook_endpoint'),
      resolve: ({ snapshot }) => snapshot.sampleOf,
    }),
  }),
});
