import type { WebhookFormat } from '../db/generated/prisma/enums.ts';

/** What an event can be about. */
export type EventSubject = 'lead' | 'conversation' | 'task' | 'email' | 'feedback' | 'webhook_endpoint';

/** Every event type there is, what it tells, and which webhook formats carry it. */
export const eventCatalogue = {
  'conversation.message_received': {
    subject: 'conversation',
    formats: ['QUINCER', 'STANDARD'],
    description: 'A visitor sent a message.',
  },
  'conversation.message_sent': {
    subject: 'conversation',
    formats: ['STANDARD'],
    description: 'The AI or a person answered the visitor.',
  },
  'conversation.taken_over': {
    subject: 'conversation',
    formats: ['STANDARD'],
    description: 'Somebody claimed a conversation; the AI stopped answering.',
  },
  'conversation.handed_back': {
    subject: 'conversation',
    formats: ['STANDARD'],
    description: 'A takeover ended; the AI answers again.',
  },
  'conversation.closed': { subject: 'conversation', formats: ['STANDARD'], description: 'A conversation was closed.' },
  'lead.created': {
    subject: 'lead',
    formats: ['QUINCER', 'AI93', 'STANDARD'],
    description: 'A lead was captured or created.',
  },
  'lead.updated': { subject: 'lead', formats: ['QUINCER', 'STANDARD'], description: 'Any field of a lead changed.' },
  'lead.stage_changed': {
    subject: 'lead',
    formats: ['QUINCER', 'STANDARD'],
    description: 'A lead moved between pipeline stages.',
  },
  'lead.status_changed': {
    subject: 'lead',
    formats: ['AI93', 'STANDARD'],
    description: 'The lifecycle status of a lead moved.',
  },
  'lead.replied': {
    subject: 'lead',
    formats: ['AI93', 'STANDARD'],
    description: 'An inbound reply of a lead was recorded.',
  },
  'lead.converted': { subject: 'lead', formats: ['AI93', 'STANDARD'], description: 'A lead became a customer.' },
  'lead.handed_off': {
    subject: 'lead',
    formats: ['AI93', 'STANDARD'],
    description: 'A lead was handed off to another system.',
  },
  'lead.deleted': { subject: 'lead', formats: ['STANDARD'], description: 'A lead was deleted and can be restored.' },
  'lead.restored': { subject: 'lead', formats: ['STANDARD'], description: 'A deleted lead was restored.' },
  'note.created': { subject: 'lead', formats: ['STANDARD'], description: 'Something was written down about a lead.' },
  'note.updated': { subject: 'lead', formats: ['STANDARD'], description: 'A note about a lead changed.' },
  'note.deleted': { subject: 'lead', formats: ['STANDARD'], description: 'A note about a lead was removed.' },
  'touchpoint.recorded': {
    subject: 'lead',
    formats: ['STANDARD'],
    description: 'A contact with a lead was recorded, in either direction.',
  },
  'campaign.enrolled': {
    subject: 'lead',
    formats: ['STANDARD'],
    description: 'A lead was enrolled in a campaign, and its mails queued.',
  },
  'campaign.completed': {
    subject: 'lead',
    formats: ['STANDARD'],
    description: 'The last mail of a campaign to a lead went out.',
  },
  'campaign.stopped': {
    subject: 'lead',
    formats: ['STANDARD'],
    description: 'A lead left a campaign before its end; what was queued is skipped.',
  },
  'lead.scored': {
    subject: 'lead',
    formats: ['STANDARD'],
    description: 'The computed confidence in a lead became another one.',
  },
  'lead.purged': {
    subject: 'lead',
    formats: ['STANDARD'],
    description: 'A lead was removed for good; nothing of it is left but its events.',
  },
  'task.created': { subject: 'task', formats: ['QUINCER', 'STANDARD'], description: 'A task was scheduled.' },
  'task.updated': { subject: 'task', formats: ['STANDARD'], description: 'A task changed.' },
  'task.completed': { subject: 'task', formats: ['QUINCER', 'STANDARD'], description: 'A task finished successfully.' },
  'task.failed': { subject: 'task', formats: ['STANDARD'], description: 'A task failed.' },
  'email.sent': { subject: 'email', formats: ['QUINCER', 'STANDARD'], description: 'An email to a lead went out.' },
  'email.draft_created': {
    subject: 'email',
    formats: ['QUINCER', 'STANDARD'],
    description: 'A drafted email is ready for review.',
  },
  'feedback.submitted': {
    subject: 'feedback',
    formats: ['STANDARD'],
    description: 'Something was reported to the operators of the installation.',
  },
  'feedback.answered': {
    subject: 'feedback',
    formats: ['STANDARD'],
    description: 'The operators answered a report, or said how far it is.',
  },
  'webhook_endpoint.disabled': {
    subject: 'webhook_endpoint',
    formats: ['STANDARD'],
    description: 'An endpoint that had failed for days was disabled.',
  },
} as const satisfies Record<
  string,
  {
    subject: EventSubject;
    formats: readonly WebhookFormat[];
    description: string;
  }
>;

export type EventType = keyof typeof eventCatalogue;

export const eventTypes = Object.keys(eventCatalogue) as readonly EventType[];

export const isEventType = (value: string): value is EventType => Object.hasOwn(eventCatalogue, value);

/** The types an endpoint of this format can receive. */
export const typesOfFormat = (format: WebhookFormat): readonly EventType[] =>
  eventTypes.filter((type) => (eventCatalogue[type].formats as readonly WebhookFormat[]).includes(format));
