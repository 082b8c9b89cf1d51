import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Scope } from '../../src/access/scopes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { accepts, registerEndpoint } from './endpoints.ts';
import { openReceiver } from './receiver.ts';
import { patiently } from '../support/patiently.ts';

let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
});

const register = (input: object) => registerEndpoint(workspace.graph, input);

type Sent = { url: string; headers: Record<string, string>; body: string | null; bodySha256: string };
type Answer = { webhookDeliveries: { nodes: { attempts: { number: number; request: Sent | null }[] }[] } };
const question = `query ($endpointId: ID!) {
  webhookDeliveries(endpointId: $endpointId) { nodes { attempts { number request { url headers body bodySha256 } } } }
}`;

async function sentTo(endpointId: string): Promise<Sent> {
  return vi.waitFor(async () => {
    const { webhookDeliveries } = await workspace.graph.ask<Answer>(question, { endpointId });
    const request = webhookDeliveries.nodes[0]?.attempts[0]?.request;
    if (!request) throw new Error('No attempt is on record yet.');
    return request;
  }, patiently);
}

const createLead = () => workspace.graph.ask('mutation { createLead(input: { name: "Zoë 💬" }) { lead { id } } }');

it.each(['QUINCER', 'AI93', 'STANDARD'] as const)(
  'an attempt tells the very bytes and signatures that %s was sent, and they verify',
  async (format) => {
    await using receiver = await openReceiver();
    const { endpointId, secret } = await register({ url: receiver.url, format, types: ['LEAD_CREATED'] });
    await createLead();
    const { url, headers, body, bodySha256 } = await sentTo(endpointId);

    const [got] = receiver.received;
    if (!got || body === null) throw new Error('Nothing arrived.');
    expect(url).toBe(receiver.url);
    expect(body).toBe(got.rawBody.toString());
    expect(bodySha256).toBe(createHash('sha256').update(got.rawBody).digest('base64'));
    const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const { host: _, connection: __, 'content-length': ___, ...theirs } = got.headers;
    expect(lowered).toEqual(theirs);
    expect(await accepts[format]({ rawBody: Buffer.from(body), headers: lowered }, secret)).toBe(true);
  },
);

it('stays what was sent when the address, the secret and the workspace’s name there change', async () => {
  await using receiver = await openReceiver();
  const { endpointId } = await register({ url: receiver.url, format: 'AI93', types: ['LEAD_CREATED'] });
  await createLead();
  const before = await sentTo(endpointId);
  await workspace.graph.ask('mutation ($id: ID!) { rotateWebhookSecret(id: $id, overlapHours: 0) { __typename } }', {
    id: endpointId,
  });
  const update = `mutation ($id: ID!, $url: String!) {
    updateWebhookEndpoint(id: $id, input: { url: $url, consumerWorkspace: "other" }) { __typename }
  }`;
  await workspace.graph.ask(update, { id: endpointId, url: `${receiver.url}/other` });
  expect(await sentTo(endpointId)).toEqual(before);
  await workspace.graph.ask('mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) { __typename } }', {
    id: endpointId,
  });
  expect(await sentTo(endpointId)).toEqual(before);
});

it('tells no body but the one that was sent', async () => {
  await using receiver = await openReceiver();
  const { endpointId } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  await createLead();
  const before = await sentTo(endpointId);
  const { prisma } = app.database;
  const where = { orgId: workspace.orgId, type: 'lead.created' };
  const event = await prisma.event.findFirstOrThrow({ where });
  const changed = JSON.parse(JSON.stringify(event.snapshot).replace('Zoë', 'Zoe'));
  await prisma.event.updateMany({ where, data: { snapshot: changed } });
  expect(await sentTo(endpointId)).toEqual({ ...before, body: null });
  await prisma.event.deleteMany({ where });
  expect(await sentTo(endpointId)).toEqual({ ...before, body: null });
});

it('is told to whoever may read what the event is about, and to nobody else', async () => {
  await using receiver = await openReceiver();
  const { endpointId } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  await createLead();
  await sentTo(endpointId);
  const ask = async (scopes: readonly Scope[]) =>
    (await workspace.graphAs(scopes)).send<Answer>(question, { endpointId });

  const refused = await ask(['webhooks:read']);
  expect(refused.errors).toMatchObject([{ message: expect.stringContaining('leads:read') }]);
  expect(refused.data?.webhookDeliveries.nodes[0]?.attempts).toEqual([{ number: 1, request: null }]);
  expect((await ask(['webhooks:read', 'leads:read'])).errors).toEqual([]);

  const other = await app.workspace();
  const theirs = await other.graph.ask<Answer>(question, { endpointId });
  expect(theirs.webhookDeliveries.nodes).toEqual([]);
});

it('attempts from before it was kept have none', async () => {
  await using receiver = await openReceiver();
  const { endpointId } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  await createLead();
  await sentTo(endpointId);
  await app.database.prisma.webhookAttempt.updateMany({ where: { orgId: workspace.orgId }, data: { request: null } });
  const { webhookDeliveries } = await workspace.graph.ask<Answer>(question, { endpointId });
  expect(webhookDeliveries.nodes[0]?.attempts).toEqual([{ number: 1, request: null }]);
});
