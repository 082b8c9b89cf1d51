/** What an event can be about. */
export type EventSubject = 'lead' | 'conversation' | 'task' | 'email' | 'feedback' | 'webhook_endpoint';

/** Every event type there is and what it tells. Standard Webhooks carry all of them, a vendor's format those that it names. */
export const eventCatalogue = {
  'conversation.message_received': {
    subject: 'conversation',
    description: 'A visitor sent a message.',
  },
  'conversation.message_sent': {
    subject: 'conversation',
    description: 'The AI or a person answered the visitor.',
  },
  'conversation.taken_over': {
    subject: 'conversation',
    description: 'Somebody claimed a conversation; the AI stopped answering.',
  },
  'conversation.handed_back': {
    subject: 'conversation',
    description: 'A takeover ended; the AI answers again.',
  },
  'conversation.closed': { subject: 'conversation', description: 'A conversation was closed.' },
  'lead.created': {
    subject: 'lead',
    description: 'A lead was captured or created.',
  },
  'lead.updated': { subject: 'lead', description: 'Any field of a lead changed.' },
  'lead.stage_changed': {
    subject: 'lead',
    description: 'A lead moved between pipeline stages.',
  },
  'lead.status_changed': {
    subject: 'lead',
    description: 'The lifecycle status of a lead moved.',
  },
  'lead.replied': {
    subject: 'lead',
    description: 'An inbound reply of a lead was recorded.',
  },
  'lead.converted': { subject: 'lead', description: 'A lead became a customer.' },
  'lead.handed_off': {
    subject: 'lead',
    description: 'A lead was handed off to another system.',
  },
  'lead.deleted': { subject: 'lead', description: 'A lead was deleted and can be restored.' },
  'lead.restored': { subject: 'lead', description: 'A deleted lead was restored.' },
  'note.created': { subject: 'lead', description: 'Something was written down about a lead.' },
  'note.updated': { subject: 'lead', description: 'A note about a lead changed.' },
  'note.deleted': { subject: 'lead', description: 'A note about a lead was removed.' },
  'touchpoint.recorded': {
    subject: 'lead',
    description: 'A contact with a lead was recorded, in either direction.',
  },
  'meeting.booked': {
    subject: 'lead',
    description: 'A lead booked a meeting, which says when it begins and where to join it.',
  },
  'meeting.rescheduled': {
    subject: 'lead',
    description: 'A booked meeting was moved to another time.',
  },
  'meeting.cancelled': { subject: 'lead', description: 'A booked meeting was cancelled.' },
  'campaign.enrolled': {
    subject: 'lead',
    description: 'A lead was enrolled in a campaign, and its mails queued.',
  },
  'campaign.completed': {
    subject: 'lead',
    description: 'The last mail of a campaign to a lead went out.',
  },
  'campaign.stopped': {
    subject: 'lead',
    description: 'A lead left a campaign before its end; what was queued is skipped.',
  },
  'lead.scored': {
    subject: 'lead',
    description: 'The computed confidence in a lead became another one.',
  },
  'lead.purged': {
    subject: 'lead',
    description: 'A lead was removed for good; nothing of it is left but its events.',
  },
  'task.created': { subject: 'task', description: 'A task was scheduled.' },
  'task.updated': { subject: 'task', description: 'A task changed.' },
  'task.completed': { subject: 'task', description: 'A task finished successfully.' },
  'task.failed': { subject: 'task', description: 'A task failed.' },
  'email.sent': { subject: 'email', description: 'An email to a lead went out.' },
  'email.draft_created': {
    subject: 'email',
    description: 'A drafted email is ready for review.',
  },
  'email.approved': { subject: 'email', description: 'A drafted email was approved; it goes out when it is due.' },
  'email.discarded': { subject: 'email', description: 'A drafted email was discarded; it goes to nobody.' },
  'feedback.submitted': {
    subject: 'feedback',
    description: 'Something was reported to the operators of the installation.',
  },
  'feedback.answered': {
    subject: 'feedback',
    description: 'The operators answered a report, or said how far it is.',
  },
  'webhook_endpoint.disabled': {
    subject: 'webhook_endpoint',
    description: 'An endpoint that had failed for days was disabled.',
  },
  'webhook_endpoint.tested': {
    subject: 'webhook_endpoint',
    description: 'A made-up event was sent to one endpoint, to try it. No other one is sent it.',
  },
} as const satisfies Record<
  string,
  {
    subject: EventSubject;
    description: string;
  }
>;

export type EventType = keyof typeof eventCatalogue;

export const eventTypes = Object.keys(eventCatalogue) as readonly EventType[];

export const isEventType = (value: string): value is EventType => Object.hasOwn(eventCatalogue, value);
