import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createTestClock, startTestApp } from '../../support/app.ts';

export type Made = { syncSource: { id: string }; url: string; secret: string | null };
type Lead = { id: string; name: string; email: string; company: string | null; stage: { key: string } };
type Delivery = { outcome: string; reason: string | null; body: string | null; lead: { id: string } | null };

export const asJson = { 'content-type': 'application/json' };
export const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
export const bearer = ({ secret }: Made) => ({ authorization: `Bearer ${secret}` });
export const someone = () => `${randomUUID()}@example.org`;

/** A server whose sync sources are posted to, and what it logged. */
export async function openSources() {
  const clock = createTestClock();
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const app = await startTestApp({ clock, publicUrl: 'https://crm.example', log });
  const workspace = await app.workspace();

  const make = async (input: object, { graph } = workspace): Promise<Made> =>
    (
      await graph.ask<{ createSyncSource: Made }>(
        'mutation ($input: CreateSyncSourceInput!) { createSyncSource(input: $input) { syncSource { id } url secret } }',
        { input: { name: 'A source', ...input } },
      )
    ).createSyncSource;

  const form = (more: object = {}) => make({ type: 'FORM_WEBHOOK', ...more });
  const tool = (more: object = {}) => make({ type: 'GENERIC_WEBHOOK', ...more });

  /** The address stands behind the public one, the server on a port of its own. */
  const here = ({ url }: Pick<Made, 'url'>) => app.url + new URL(url).pathname;

  const send = async (source: Pick<Made, 'url'>, body: string | Uint8Array, headers: Record<string, string> = {}) => {
    const response = await fetch(here(source), { method: 'POST', body: body as BodyInit, headers });
    return { status: response.status, json: (await response.json()) as object, headers: response.headers };
  };
  const post = (source: Pick<Made, 'url'>, body: object, headers: Record<string, string> = {}) =>
    send(source, JSON.stringify(body), { ...asJson, ...headers });

  const leads = async (email: string, { graph } = workspace): Promise<Lead[]> =>
    (
      await graph.ask<{ leads: { nodes: Lead[] } }>(
        'query ($email: String!) { leads(filter: { email: $email }) { nodes { id name email company stage { key } } } }',
        { email },
      )
    ).leads.nodes;
  const deliveries = async ({ syncSource: { id } }: Made, { graph } = workspace): Promise<Delivery[]> =>
    (
      await graph.ask<{ node: { deliveries: { nodes: Delivery[] } } }>(
        'query ($id: ID!) { node(id: $id) { ... on SyncSource { deliveries { nodes { outcome reason body lead { id } } } } } }',
        { id },
      )
    ).node.deliveries.nodes;

  return { app, workspace, clock, logged, make, form, tool, here, send, post, leads, deliveries };
}
