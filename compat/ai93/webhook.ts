import type { BodyEndpoint, WebhookEvent } from '../../src/webhooks/format/webhook-event.ts';
import { toAi93Lead } from './resources.ts';

const carried = ['lead.created', 'lead.status_changed', 'lead.replied', 'lead.converted', 'lead.handed_off'];

/** AI93's payload: the lead as REST shows it, for the workspace the subscription was made for. */
export function ai93WebhookBody(event: WebhookEvent, endpoint: BodyEndpoint): string | null {
  const { id, type, createdAt, snapshot } = event;
  if (!snapshot.lead || !carried.includes(type)) return null;
  const data = toAi93Lead({ ...snapshot.lead, name: event.leadName });
  const { consumerWorkspace } = endpoint;
  return JSON.stringify({ id, type, createdAt: createdAt.toISOString(), consumerWorkspace, data });
}
