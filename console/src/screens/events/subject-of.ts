import type { EventRowFragment } from './generated/operations.ts';

export type Subject = {
  /** What it is called. */
  readonly text: string;
  readonly id: string;
  /** The screen that shows it. */
  readonly path: 'leads' | 'inbox' | 'tasks' | 'webhooks';
};

/** What an event is about, where the viewer is shown that. */
export function subjectOf(event: EventRowFragment): Subject | null {
  switch (event.kind) {
    case 'LeadEvent':
      return (
        event.lead && {
          text: event.lead.name ?? event.lead.email ?? event.lead.leadId,
          id: event.lead.leadId,
          path: 'leads',
        }
      );
    case 'ConversationEvent':
      return (
        event.conversation && {
          text: event.message?.content ?? event.conversation.conversationId,
          id: event.conversation.conversationId,
          path: 'inbox',
        }
      );
    case 'TaskEvent':
      return event.task && { text: event.task.title ?? event.task.taskId, id: event.task.taskId, path: 'tasks' };
    case 'EmailEvent':
      return event.email?.leadId ? { text: event.email.subject, id: event.email.leadId, path: 'leads' } : null;
    case 'WebhookEndpointEvent':
      return event.endpointId === null
        ? null
        : { text: event.url ?? event.endpointId, id: event.endpointId, path: 'webhooks' };
    case 'FeedbackEvent':
      return null;
  }
}
