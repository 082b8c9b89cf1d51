import type { WebhookEvent } from '../../src/webhooks/format/webhook-event.ts';
import { toPerson } from './resources.ts';

/** What Lumbra calls the events that it tells of. */
const kinds: Readonly<Record<string, string>> = { 'lead.created': 'person.created', 'lead.updated': 'person.updated' };

/** The person as REST shows it. */
export function lumbraWebhookBody({ id, type, createdAt, snapshot, leadName }: WebhookEvent): string | null {
  const kind = kinds[type];
  if (!snapshot.lead || kind === undefined) return null;
  return JSON.stringify({
    id,
    kind,
    at: createdAt.toISOString(),
    person: toPerson({ ...snapshot.lead, name: leadName }),
  });
}
