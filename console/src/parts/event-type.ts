import type { EventType } from '../data/generated/operations.ts';

/** Event types as webhooks and documents write them. */
const names = {
  CONVERSATION_MESSAGE_RECEIVED: 'conversation.message_received',
  CONVERSATION_MESSAGE_SENT: 'conversation.message_sent',
  CONVERSATION_TAKEN_OVER: 'conversation.taken_over',
  CONVERSATION_HANDED_BACK: 'conversation.handed_back',
  CONVERSATION_CLOSED: 'conversation.closed',
  LEAD_CREATED: 'lead.created',
  LEAD_UPDATED: 'lead.updated',
  LEAD_STAGE_CHANGED: 'lead.stage_changed',
  LEAD_STATUS_CHANGED: 'lead.status_changed',
  LEAD_REPLIED: 'lead.replied',
  LEAD_CONVERTED: 'lead.converted',
  LEAD_HANDED_OFF: 'lead.handed_off',
  LEAD_DELETED: 'lead.deleted',
  LEAD_RESTORED: 'lead.restored',
  NOTE_CREATED: 'note.created',
  NOTE_UPDATED: 'note.updated',
  NOTE_DELETED: 'note.deleted',
  TOUCHPOINT_RECORDED: 'touchpoint.recorded',
  MEETING_BOOKED: 'meeting.booked',
  MEETING_RESCHEDULED: 'meeting.rescheduled',
  MEETING_CANCELLED: 'meeting.cancelled',
  CAMPAIGN_ENROLLED: 'campaign.enrolled',
  CAMPAIGN_COMPLETED: 'campaign.completed',
  CAMPAIGN_STOPPED: 'campaign.stopped',
  LEAD_SCORED: 'lead.scored',
  LEAD_PURGED: 'lead.purged',
  TASK_CREATED: 'task.created',
  TASK_UPDATED: 'task.updated',
  TASK_COMPLETED: 'task.completed',
  TASK_FAILED: 'task.failed',
  EMAIL_SENT: 'email.sent',
  EMAIL_DRAFT_CREATED: 'email.draft_created',
  EMAIL_APPROVED: 'email.approved',
  EMAIL_DISCARDED: 'email.discarded',
  FEEDBACK_SUBMITTED: 'feedback.submitted',
  FEEDBACK_ANSWERED: 'feedback.answered',
  WEBHOOK_ENDPOINT_DISABLED: 'webhook_endpoint.disabled',
  WEBHOOK_ENDPOINT_TESTED: 'webhook_endpoint.tested',
} as const satisfies Record<EventType, string>;

const isKnown = (type: string): type is EventType => Object.hasOwn(names, type);

/** How webhooks and documents write an event type; a later server may have one that this console does not know. */
export const writeEventType = (type: string): string => (isKnown(type) ? names[type] : type);
