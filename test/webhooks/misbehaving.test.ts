import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { createPoster } from '../../src/webhooks/post/poster.ts';
import type { Resolver } from '../../src/webhooks/post/resolve-host.ts';
import { createAddressPolicy } from '../../src/webhooks/post/safe-address.ts';
import { openTestDatabase } from '../support/database.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openPipeline } from './pipeline.ts';
import { type Answer, openReceiver } from './receiver.ts';
import { patiently } from '../support/patiently.ts';

/** What host names stand for; tests move them. */
const names = new Map<string, string[]>();
const resolveHost: Resolver = async (name) => names.get(name) ?? [];
const outside = '93.184.215.14';

let app: TestApp;
let database: Database;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await openTestDatabase();
  app = await startTestApp({ webhookAllowedRanges: ['127.0.0.2/32'], resolveHost });
  workspace = await app.workspace();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const flood: Answer = (response) => {
  const chunk = Buffer.alloc(1_000_000, 'x');
  let left = 100;
  const write = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', write);
    }
    response.end();
  };
  response.writeHead(200);
  write();
};

const closed = 'The connection was closed before the answer was complete.';
const excerpt = 'x'.repeat(2048);

test.each<[string, Answer, { state: string; status: number | null; error?: string; responseExcerpt?: string }]>([
  ['answers too slowly', () => {}, { state: 'PENDING', status: null, error: 'No complete answer came within 0.5 s.' }],
  ['closes before it answers', (response) => response.destroy(), { state: 'PENDING', status: null, error: closed }],
  [
    'closes in the middle of its answer',
    (response) => response.writeHead(200, { 'Content-Length': '9' }).write('half', () => response.destroy()),
    { state: 'PENDING', status: null, error: closed },
  ],
  ['sends 100 MB', flood, { state: 'SUCCEEDED', status: 200, responseExcerpt: excerpt }],
])('a receiver that %s leaves one attempt that says so', async (_, answer, { state, ...attempt }) => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(answer);
  const poster = createPoster({ addresses: createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] }), timeoutMs: 500 });
  await using worker = pipeline.createWorker({ poster });
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  await vi.waitFor(async () => {
    expect(await pipeline.deliveries()).toMatchObject([{ state, attemptCount: 1, attempts: [attempt] }]);
  }, patiently);
  expect(receiver.received).toHaveLength(1);
  await poster.close();
});

const create =
  'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }';
const update =
  'mutation ($id: ID!, $input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(id: $id, input: $input) { endpoint { url } } }';

async function register(url: string): Promise<string> {
  type Made = { createWebhookEndpoint: { endpoint: { id: string } } };
  const input = { url, format: 'STANDARD', types: ['LEAD_CREATED'] };
  return (await workspace.graph.ask<Made>(create, { input })).createWebhookEndpoint.endpoint.id;
}

/** Lets something happen, and answers the first attempt to tell an endpoint of it. */
async function firstAttempt(endpointId: string): Promise<object> {
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  const query = `query ($endpointId: ID) {
    webhookDeliveries(endpointId: $endpointId) { nodes { state attempts { number status error } } }
  }`;
  type Answered = { webhookDeliveries: { nodes: { attempts: object[] }[] } };
  return vi.waitFor(async () => {
    const { webhookDeliveries } = await workspace.graph.ask<Answered>(query, { endpointId });
    const [delivery] = webhookDeliveries.nodes;
    if (!delivery?.attempts[0]) throw new Error('There was no attempt yet.');
    return delivery;
  }, patiently);
}

test('a name that leads inside once it is registered is not connected to', async () => {
  await using inside = await openReceiver();
  names.set('moving.test', [outside]);
  const id = await register(`http://moving.test:${inside.port}/`);
  names.set('moving.test', ['127.0.0.1']);
  expect(await firstAttempt(id)).toEqual({
    state: 'PENDING',
    attempts: [{ number: 1, status: null, error: 'The host has no public address.' }],
  });
  expect(inside.received).toEqual([]);
});

test.each([301, 302, 307, 308])('a redirect (%i) that leads inside is not followed', async (status) => {
  await using inside = await openReceiver();
  const redirect: Answer = (response) => response.writeHead(status, { Location: inside.url }).end();
  await using receiver = await openReceiver(redirect, '127.0.0.2');
  const id = await register(`http://127.0.0.2:${receiver.port}/`);
  expect(await firstAttempt(id)).toEqual({ state: 'PENDING', attempts: [{ number: 1, status, error: null }] });
  expect(receiver.received).toHaveLength(1);
  expect(inside.received).toEqual([]);
});

test.each([
  'http://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://inside.test/',
  'ftp://outside.test/',
  'https://user:password@outside.test/',
  'outside.test/hook',
])('an endpoint is neither made for %s nor moved there', async (url) => {
  names.set('inside.test', ['10.0.0.7']).set('outside.test', [outside]);
  const id = await register('https://outside.test/hook');
  expect(await workspace.graph.refusal(create, { input: { url, format: 'QUINCER' } })).toBe('INVALID');
  expect(await workspace.graph.refusal(update, { id, input: { url } })).toBe('INVALID');
  const { node } = await workspace.graph.ask<{ node: object }>(
    'query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { url } } }',
    { id },
  );
  expect(node).toEqual({ url: 'https://outside.test/hook' });
});
