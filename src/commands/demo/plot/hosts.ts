import { createWebhookEndpoint } from '../../../domain/webhooks/create-webhook-endpoint.ts';
import { sendTestEvent } from '../../../domain/webhooks/send-test-event.ts';
import { updateWebhookEndpoint } from '../../../domain/webhooks/update-webhook-endpoint.ts';
import type { DomainContext } from '../../../domain/context.ts';
import type { Verdict } from '../stage/receiver.ts';
import { WebhookFormat } from '../../../db/generated/prisma/enums.ts';
import type { EventType } from '../../../events/catalogue.ts';
import { formatRules, typesOfFormat } from '../../../vendors/format-rules.ts';
import { dayMs, hourMs, midnightOf, minuteMs } from '../stage/times.ts';

export type Span = { readonly from: number; readonly until: number };

/** When the CRM was away: shortly, so that every delivery came through, and for so long that some were given up. */
export function outagesBefore(end: number): { readonly short: Span; readonly long: Span } {
  const afternoon = (daysAgo: number): number => midnightOf(end) - daysAgo * dayMs + 15 * hourMs;
  return {
    short: { from: afternoon(9), until: afternoon(9) + 50 * minuteMs },
    long: { from: afternoon(2), until: afternoon(2) + 4 * hourMs },
  };
}

const hosts = {
  crm: { name: 'hooks.fieldbook.example', path: 'tributary' },
  warehouse: { name: 'ingest.lakeside-data.example', path: 'events' },
  flows: { name: 'flows.lakeside.example', path: 'leads' },
} as const;

const within = ({ from, until }: Span, time: number): boolean => time >= from && time < until;

/** How each host answers at a time of the story. */
export function createHosts(end: number): (host: string, time: number) => Verdict {
  const { short, long } = outagesBefore(end);
  let posts = 0;
  return (host, time) => {
    posts += 1;
    if (host === hosts.crm.name && within(short, time)) return { status: 503, body: 'Down for maintenance.' };
    if (host === hosts.crm.name && within(long, time)) return { status: 500, body: 'could not connect to database' };
    if (host === hosts.warehouse.name && posts % 61 === 0)
      return { status: 429, body: 'Slow down.', headers: { 'Retry-After': '90' } };
    if (host === hosts.flows.name && posts % 47 === 0) return { status: 502, body: 'Bad gateway' };
    return { status: 200, body: '{"ok":true}' };
  };
}

type Host = (typeof hosts)[keyof typeof hosts];

/** Registers all three, each with what its format carries of what it wants, and tries them. */
export async function registerEndpoints(admin: DomainContext, port: number): Promise<void> {
  const register = async ({ name, path }: Host, format: WebhookFormat, wanted: readonly EventType[]) => {
    const types = typesOfFormat(format).filter((type) => wanted.includes(type));
    const { endpoint } = await createWebhookEndpoint(admin, { url: `http://${name}:${port}/${path}`, format, types });
    await sendTestEvent(admin, endpoint.id, null);
  };
  await register(hosts.crm, vendorFormat({ paced: true }), [
    'lead.created',
    'lead.stage_changed',
    'task.created',
    'task.completed',
  ]);
  await register(hosts.warehouse, 'STANDARD', [
    'lead.created',
    'lead.converted',
    'conversation.taken_over',
    'conversation.closed',
  ]);
  await register(hosts.flows, vendorFormat({ paced: false }), [
    'lead.created',
    'lead.replied',
    'lead.converted',
    'lead.handed_off',
  ]);
}

/** A vendor's format whose failures pause its endpoint, or one whose do not; ours where there is none. */
const vendorFormat = ({ paced }: { paced: boolean }): WebhookFormat =>
  Object.values(WebhookFormat).find((format) => format !== 'STANDARD' && formatRules[format].paced === paced) ??
  'STANDARD';

/** Their addresses lead nowhere once the demo is made. */
export async function disableEndpoints(owner: DomainContext): Promise<void> {
  const endpoints = await owner.db.webhookEndpoint.findMany({ where: {}, select: { id: true } });
  for (const { id } of endpoints) await updateWebhookEndpoint(owner, id, { enabled: false });
}
