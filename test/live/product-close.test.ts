import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { rateLimitPolicy } from '../../src/access/rate-limit.ts';
import { timed } from '../support/patiently.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { connect } from './live-server.ts';
import { overServerSentEvents, take } from './product-client.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ rateLimitPolicy: rateLimitPolicy(6000) });
});
afterAll(() => app.close());

const ack = { type: 'connection_ack' };
const leadEvents = 'subscription { leadEvents { id } }';

type Made = { createApiKey: { apiKey: { id: string }; secret: string } };
const createKey = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } secret } }';

describe('a key', () => {
  test('that is revoked closes its sockets with 4403 within a second', timed, async () => {
    const { graph } = await app.workspace();
    const input = { name: 'Brief', dialect: 'GRAPHQL', scopes: ['leads:read'] };
    const { createApiKey: made } = await graph.ask<Made>(createKey, { input });
    const peer = await connect(app.wsUrl);
    expect(await peer.init(made.secret)).toEqual(ack);
    peer.subscribe('1', leadEvents);
    const before = performance.now();
    await graph.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', { id: made.apiKey.id });
    expect(await peer.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    expect(performance.now() - before).toBeLessThan(1000);
    const again = await connect(app.wsUrl);
    again.send({ type: 'connection_init', payload: { authorization: `Bearer ${made.secret}` } });
    expect(await again.closed).toMatchObject({ code: 4403 });
  });

  test('that expires closes its sockets with 4403 within a second', timed, async () => {
    const { graph } = await app.workspace();
    const expiresAt = new Date(Date.now() + 1500);
    const input = { name: 'Brief', dialect: 'GRAPHQL', scopes: ['leads:read'], expiresAt };
    const { createApiKey: made } = await graph.ask<Made>(createKey, { input });
    const peer = await connect(app.wsUrl);
    expect(await peer.init(made.secret)).toEqual(ack);
    expect(await peer.closed).toMatchObject({ code: 4403 });
    const late = Date.now() - expiresAt.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1000);
  });

  test('that is missing or unknown, or a public one, does not come in', async () => {
    const { keys } = await app.workspace();
    const silent = await connect(app.wsUrl);
    silent.subscribe('1', leadEvents);
    expect(await silent.closed).toMatchObject({ code: 4401 });
    const payloads = [
      {},
      { authorization: `Bearer tby_${'x'.repeat(43)}` },
      { authorization: `Bearer ${keys.widget}` },
    ];
    for (const payload of payloads) {
      const peer = await connect(app.wsUrl);
      peer.send({ type: 'connection_init', payload });
      expect(await peer.closed).toMatchObject({ code: 4403 });
    }
  });

  test('without the scope is told so, and stays connected', async () => {
    const { graphAs } = await app.workspace();
    const { key } = await graphAs(['leads:read']);
    const peer = await connect(app.wsUrl);
    await peer.init(key);
    peer.subscribe('1', 'subscription { conversationEvents { id } }');
    expect(await peer.next()).toMatchObject({ id: '1', payload: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    expect(await peer.next()).toEqual({ id: '1', type: 'complete' });
    peer.subscribe('2', '{ leads(first: 1) { totalCount } }');
    expect(await peer.next()).toMatchObject({ id: '2', payload: { data: { leads: { totalCount: 0 } } } });
    peer.socket.terminate();
  });
});

test('every operation over a socket takes its unit', async () => {
  const { keys, quincer } = await app.workspace();
  const peer = await connect(app.wsUrl);
  await peer.init(keys.quincer);
  const update = 'mutation { updateTask(id: "tsk_0", input: { title: "x" }) { task { id } } }';
  for (let index = 0; index < 30; index += 1)
    peer.send({ id: `m${index}`, type: 'subscribe', payload: { query: update } });
  for (let index = 0; index < 60; index += 1) await peer.next();
  peer.send({ id: 'over', type: 'subscribe', payload: { query: update } });
  expect(await peer.next()).toMatchObject({
    id: 'over',
    type: 'error',
    payload: [{ extensions: { code: 'LIMITED' } }],
  });
  for (const id of ['q1', 'q2', 'q3']) {
    peer.subscribe(id, '{ viewer { __typename } }');
    await peer.next();
    await peer.next();
  }
  peer.subscribe('s1', leadEvents);
  peer.subscribe('q4', '{ viewer { __typename } }');
  await peer.next();
  const { headers } = await quincer.get('/api/v1/leads');
  expect(headers.get('quincer-ratelimit-remaining')).toBe('94');
  peer.socket.terminate();
});

describe('a server that stops', () => {
  test('finishes what is under way, closes sockets with 1001 and ends streams', async () => {
    const own = await startTestApp();
    const { graph, keys, widgetId } = await own.workspace();
    const peer = await connect(own.wsUrl);
    await peer.init(keys.graphql);
    peer.subscribe('1', leadEvents);
    const query = 'subscription ($after: ID) { events(after: $after) { id } }';
    await graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    const variables = { after: 'evt_0000000000000000' };
    const stream = overServerSentEvents(own, keys.graphql, { query, variables }, new AbortController().signal);
    await take(first(stream), 1);
    const message = `mutation ($widgetId: ID!) { sendVisitorMessage(widgetId: $widgetId, input: { message: "hello" }) { conversation { id } } }`;
    const arrived = requests(own, 5);
    const underWay = Array.from({ length: 5 }, () => graph.send<object>(message, { widgetId }));
    await arrived;
    const stopped = own.close();
    for (const { status, data } of await Promise.all(underWay)) {
      expect(status).toBe(200);
      expect(data).toHaveProperty('sendVisitorMessage');
    }
    expect(await peer.closed).toEqual({ code: 1001, reason: 'Going away' });
    const rest = await take(stream, Infinity);
    expect(rest.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    await stopped;
    const [error] = await once(new WebSocket(own.wsUrl), 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});

/** Resolves when so many more requests have arrived. */
async function requests({ app: { server } }: TestApp, count: number): Promise<void> {
  for (let arrived = 0; arrived < count; arrived += 1) await once(server, 'request');
}

/** Lets a stream be read on after some of it was taken. */
async function* first<Item>(stream: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const { done, value } = await stream.next();
  if (!done) yield value;
}
