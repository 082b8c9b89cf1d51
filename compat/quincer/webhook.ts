import type { LeadSnapshot } from '../../src/events/snapshot.ts';
import type { WebhookEvent } from '../../src/webhooks/format/webhook-event.ts';
import { toQuincerEmail, toQuincerLead, toQuincerMessage, toQuincerTaskDetail } from './resources.ts';

/** Quincer's event: an envelope around the resource it is about; null where Quincer has no such event. */
export function quincerWebhookBody(event: WebhookEvent): string | null {
  const data = toData(event);
  if (!data) return null;
  const created = Math.floor(event.createdAt.getTime() / 1000);
  return JSON.stringify({ id: event.id, object: 'event', type: event.type, created, data });
}

function toData({ type, snapshot, leadName }: WebhookEvent): object | null {
  const { lead, conversation, message, task, email, previousStage } = snapshot;
  switch (type) {
    case 'conversation.message_received':
      if (!message || !conversation) return null;
      return { ...toQuincerMessage(message), status: conversation.status.toLowerCase() };
    case 'lead.created':
    case 'lead.updated':
      return lead ? leadData(lead, leadName) : null;
    case 'lead.stage_changed': {
      const previous = previousStage?.key ?? null;
      return lead ? { ...leadData(lead, leadName), previous_stage: previous, previousStage: previous } : null;
    }
    case 'task.created':
    case 'task.completed':
      return task ? toQuincerTaskDetail(task, task) : null;
    case 'email.sent':
    case 'email.draft_created':
      return email ? toQuincerEmail(email) : null;
    default:
      return null;
  }
}

const leadData = (lead: LeadSnapshot, name: string | null) => {
  const { bantBudget: budget, bantAuthority: authority, bantNeed: need, bantTimeline: timeline } = lead;
  return toQuincerLead(
    { ...lead, name, bant: { budget, authority, need, timeline } },
    { ...lead, stage: lead.stage.key },
  );
};
