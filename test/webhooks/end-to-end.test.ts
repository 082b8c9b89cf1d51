import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { timed } from '../support/patiently.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { idOf, overWebSocket, take } from '../live/product-client.ts';
import { answerWith, openReceiver } from './receiver.ts';
import { quincerAccepts } from './vendor-verifiers.ts';

const clock = createTestClock();
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());

const secret = 'whsec_bXkgb3duIHNpZ25pbmcgc2VjcmV0LCBsb25nIGVub3VnaA==';

type Delivery = {
  id: string;
  state: string;
  nextAttemptAt: string | null;
  event: { id: string; type: string };
  attempts: {
    number: number;
    status: number | null;
    durationMs: number;
    at: string;
    error: string | null;
    responseExcerpt: string | null;
  }[];
};

const register = `mutation ($url: String!, $types: [EventType!], $secret: String) {
  createWebhookEndpoint(input: { url: $url, format: QUINCER, types: $types, secret: $secret }) { endpoint { id } signingSecret }
}`;

async function registerEndpoint({ graph }: TestWorkspace, url: string, types: string[]): Promise<string> {
  type Made = { createWebhookEndpoint: { endpoint: { id: string }; signingSecret: string } };
  const { createWebhookEndpoint: made } = await graph.ask<Made>(register, { url, types, secret });
  expect(made.signingSecret).toBe(secret);
  return made.endpoint.id;
}

async function deliveriesTo({ graph }: TestWorkspace, endpointId: string): Promise<Delivery[]> {
  const { webhookDeliveries } = await graph.ask<{ webhookDeliveries: { nodes: Delivery[] } }>(
    `query ($endpointId: ID) { webhookDeliveries(endpointId: $endpointId) {
      nodes { id state nextAttemptAt event { id type } attempts { number status durationMs at error responseExcerpt } }
    } }`,
    { endpointId },
  );
  return webhookDeliveries.nodes;
}

async function chat({ keys }: TestWorkspace, message: string): Promise<void> {
  const { status } = await createRestClient(app.url, keys.widget).send('POST', '/api/chat', { message });
  expect(status).toBeLessThan(300);
}

const retry = 'mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { id } } }';

test('a visitor’s message arrives at once, signed, under the id it has everywhere', timed, async () => {
  const workspace = await app.workspace();
  await using receiver = await openReceiver();
  const endpointId = await registerEndpoint(workspace, receiver.url, ['CONVERSATION_MESSAGE_RECEIVED']);
  const query = 'subscription ($after: ID) { events(after: $after, types: [CONVERSATION_MESSAGE_RECEIVED]) { id } }';
  const variables = { after: 'evt_0000000000000000' };
  const live = take(overWebSocket(app, workspace.keys.graphql, { query, variables }, new AbortController().signal), 1);

  await chat(await app.workspace(), 'The first words that this process ever hears');
  const before = performance.now();
  await chat(workspace, 'Do you ship to Norway?');
  await expect.poll(() => receiver.received.length).toBe(1);
  expect(performance.now() - before).toBeLessThan(1000);

  const [request] = receiver.received;
  if (!request) throw new Error('Nothing was received.');
  expect(quincerAccepts(request, secret)).toBe(true);
  expect(quincerAccepts({ ...request, rawBody: Buffer.concat([request.rawBody, Buffer.from(' ')]) }, secret)).toBe(
    false,
  );
  const { headers } = request;
  expect(headers['quincer-signature']).toMatch(/^sha256=[0-9a-f]{64}$/);
  expect(headers['quincer-event']).toBe('conversation.message_received');
  expect(headers['quincer-timestamp']).toBe(String(Math.floor(clock.now().getTime() / 1000)));
  for (const name of ['signature', 'event', 'timestamp']) {
    expect(headers[`x-quincer-${name}`]).toBe(headers[`quincer-${name}`]);
  }
  const body: unknown = JSON.parse(request.rawBody.toString());
  expect(body).toMatchObject({
    object: 'event',
    type: 'conversation.message_received',
    data: { object: 'message', role: 'visitor', content: 'Do you ship to Norway?', status: 'active' },
  });

  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.state).toBe('SUCCEEDED');
  const [delivery] = await deliveriesTo(workspace, endpointId);
  expect(delivery).toMatchObject({ nextAttemptAt: null, attempts: [{ number: 1, status: 200 }] });
  const { events } = await workspace.graph.ask<{ events: { nodes: { id: string }[] } }>(
    '{ events(types: [CONVERSATION_MESSAGE_RECEIVED]) { nodes { id } } }',
  );
  const [answer] = await live;
  const ids = [answer && idOf(answer), delivery?.event.id, events.nodes[0]?.id];
  expect(new Set([...ids, Reflect.get(Object(body), 'id')]).size).toBe(1);
  expect(ids[0]).toMatch(/^evt_[0-9a-f]{16}$/);
});

test('a failing receiver is tried on the schedule, given up after the fifth, and can be retried by hand', async () => {
  const workspace = await app.workspace();
  await using receiver = await openReceiver(answerWith(500, 'broken'));
  const endpointId = await registerEndpoint(workspace, receiver.url, ['CONVERSATION_MESSAGE_RECEIVED']);
  const firstFiredAt = clock.now().getTime();
  await chat(workspace, 'Is anybody there?');

  const scheduleSeconds = [0, 60, 300, 1800, 7200];
  for (const [index, seconds] of scheduleSeconds.entries()) {
    clock.advance(firstFiredAt + seconds * 1000 - clock.now().getTime());
    await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.attempts.length).toBe(index + 1);
    const next = scheduleSeconds[index + 1];
    const [delivery] = await deliveriesTo(workspace, endpointId);
    expect(delivery).toMatchObject({
      state: next === undefined ? 'DEAD' : 'PENDING',
      nextAttemptAt: next === undefined ? null : new Date(firstFiredAt + next * 1000).toISOString(),
    });
    expect(delivery?.attempts).toEqual(
      scheduleSeconds.slice(0, index + 1).map((after, made) => ({
        number: made + 1,
        status: 500,
        durationMs: expect.any(Number),
        at: new Date(firstFiredAt + after * 1000).toISOString(),
        error: null,
        responseExcerpt: 'broken',
      })),
    );
  }
  expect(receiver.received).toHaveLength(5);
  for (const request of receiver.received) expect(quincerAccepts(request, secret)).toBe(true);

  const { webhookDeliveries: dead } = await workspace.graph.ask<{ webhookDeliveries: { nodes: Delivery[] } }>(
    '{ webhookDeliveries(state: DEAD) { nodes { id } } }',
  );
  receiver.behaviour.answer = answerWith(204);
  await workspace.graph.ask(retry, { id: dead.nodes[0]?.id });
  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.state).toBe('SUCCEEDED');
  expect((await deliveriesTo(workspace, endpointId))[0]?.attempts.at(-1)).toMatchObject({ number: 6, status: 204 });
});

test('a retry by hand fires now, long before the schedule would', timed, async () => {
  const workspace = await app.workspace();
  await using receiver = await openReceiver(answerWith(503));
  const endpointId = await registerEndpoint(workspace, receiver.url, ['LEAD_CREATED']);
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.attempts.length).toBe(1);
  const [pending] = await deliveriesTo(workspace, endpointId);
  expect(pending).toMatchObject({
    state: 'PENDING',
    nextAttemptAt: new Date(clock.now().getTime() + 60_000).toISOString(),
  });
  receiver.behaviour.answer = answerWith(200);
  const before = performance.now();
  await workspace.graph.ask(retry, { id: pending?.id });
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(performance.now() - before).toBeLessThan(1000);
  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.state).toBe('SUCCEEDED');
  const { auditLog } = await workspace.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
    'query ($id: ID) { auditLog(first: 5, subjectId: $id) { nodes { action } } }',
    { id: pending?.id },
  );
  expect(auditLog.nodes).toEqual([{ action: 'webhook_delivery.retried' }]);
});

test('a private address is refused where it is not allowed, and nothing is kept of it', async () => {
  const strict = await startTestApp({ webhookAllowedRanges: [] });
  try {
    const { graph } = await strict.workspace();
    for (const url of [
      'http://127.0.0.1:9/hook',
      'http://[::1]/hook',
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
    ]) {
      const { errors } = await graph.send(register, { url, types: ['LEAD_CREATED'] });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
      expect(errors[0]?.message).toMatch(/private|public|not allowed|address/i);
    }
    const { webhookEndpoints } = await graph.ask<{ webhookEndpoints: { nodes: object[] } }>(
      '{ webhookEndpoints { nodes { id } } }',
    );
    expect(webhookEndpoints.nodes).toEqual([]);
  } finally {
    await strict.close();
  }
});
