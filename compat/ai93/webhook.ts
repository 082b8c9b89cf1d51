import { joinName } from '../../src/domain/leads/lead-input.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { toAi93Lead } from './resources.ts';

const carried = ['lead.created', 'lead.status_changed', 'lead.replied', 'lead.converted', 'lead.handed_off'];

/** AI93's payload: the lead as REST shows it, for the workspace the subscription was made for. */
export function ai93WebhookBody(event: LogEvent, endpoint: { readonly consumerWorkspace: string }): string | null {
  const { id, type, createdAt, snapshot } = event;
  if (!snapshot.lead || !carried.includes(type)) return null;
  const data = toAi93Lead({ ...snapshot.lead, name: joinName(snapshot.lead) });
  const { consumerWorkspace } = endpoint;
  return JSON.stringify({ id, type, createdAt: createdAt.toISOString(), consumerWorkspace, data });
}
