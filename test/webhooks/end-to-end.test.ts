import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { idOf, overWebSocket, take } from '../live/product-client.ts';
import { patiently } from '../events/test-log.ts';
import { answerWith, openReceiver, type Received } from './receiver.ts';
import { ai93Accepts, quincerAccepts } from './vendor-verifiers.ts';

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

test('a visitor’s message arrives at once, signed, under the id it has everywhere', async () => {
  const workspace = await app.workspace();
  await using receiver = await openReceiver();
  const endpointId = await registerEndpoint(workspace, receiver.url, ['CONVERSATION_MESSAGE_RECEIVED']);
  const query = 'subscription ($after: ID) { events(after: $after, types: [CONVERSATION_MESSAGE_RECEIVED]) { id } }';
  const variables = { after: 'evt_0000000000000000' };
  const live = take(overWebSocket(app, workspace.keys.graphql, { query, variables }, new AbortController().signal), 1);

  await chat(await app.workspace(), 'The first words that this process ever hears');
  const before = performance.now();
  await chat(workspace, 'Do you ship to Norway?');
  await expect.poll(() => receiver.received.length, patiently).toBe(1);
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
    data: { object: 'message', role: 'visitor', content: 'Do you ship to Norway?' },
  });

  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.state, patiently).toBe('SUCCEEDED');
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
    await expect
      .poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.attempts.length, patiently)
      .toBe(index + 1);
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
  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.state, patiently).toBe('SUCCEEDED');
  expect((await deliveriesTo(workspace, endpointId))[0]?.attempts.at(-1)).toMatchObject({ number: 6, status: 204 });
});

test('a retry by hand fires now, long before the schedule would', async () => {
  const workspace = await app.workspace();
  await using receiver = await openReceiver(answerWith(503));
  const endpointId = await registerEndpoint(workspace, receiver.url, ['LEAD_CREATED']);
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.attempts.length, patiently).toBe(1);
  const [pending] = await deliveriesTo(workspace, endpointId);
  expect(pending).toMatchObject({
    state: 'PENDING',
    nextAttemptAt: new Date(clock.now().getTime() + 60_000).toISOString(),
  });
  receiver.behaviour.answer = answerWith(200);
  const before = performance.now();
  await workspace.graph.ask(retry, { id: pending?.id });
  await expect.poll(() => receiver.received.length, patiently).toBe(2);
  expect(performance.now() - before).toBeLessThan(1000);
  await expect.poll(async () => (await deliveriesTo(workspace, endpointId))[0]?.state, patiently).toBe('SUCCEEDED');
  const { auditLog } = await workspace.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
    'query ($id: ID) { auditLog(first: 5, subjectId: $id) { nodes { action } } }',
    { id: pending?.id },
  );
  expect(auditLog.nodes).toEqual([{ action: 'webhook_delivery.retried' }]);
});

test('AI93: the lead as its REST API shows it, for the workspace and the business the endpoint was made for', async () => {
  const { graph, keys, orgId } = await app.workspace();
  await using receiver = await openReceiver();
  const business = async (name: string) => {
    const make = 'mutation ($name: String!) { createBusiness(input: { name: $name }) { business { id } } }';
    return (await graph.ask<{ createBusiness: { business: { id: string } } }>(make, { name })).createBusiness.business
      .id;
  };
  const [mine, theirs] = [await business('Mine'), await business('Theirs')];
  const create = `mutation ($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) { signingSecret endpoint { id } }
  }`;
  type Made = { createWebhookEndpoint: { signingSecret: string } };
  const endpoint = async (path: string, more: object) => {
    const input = { url: receiver.url + path, format: 'AI93', ...more };
    return (await graph.ask<Made>(create, { input })).createWebhookEndpoint.signingSecret;
  };
  const secret = 'whsec_ключ 💬 é';
  await endpoint('/all', { secret });
  const minted = await endpoint('/mine', { businessId: mine, consumerWorkspace: 'krew' });
  expect(minted).toMatch(/^whsec_/);

  const client = createRestClient(app.url, keys.ai93);
  const lead = {
    source: 'manual',
    targetType: 'customer_lead',
    displayName: 'Zoë 💬',
    context: { url: 'https://a.example' },
  };
  for (const businessId of [theirs, mine]) await client.send('POST', '/api/v1/leads', { ...lead, businessId });
  await expect.poll(() => receiver.received.length, patiently).toBe(3);

  type Body = { id: string; type: string; createdAt: string; consumerWorkspace: string; data: { id: string } };
  const bodyOf = ({ rawBody }: Received) => JSON.parse(rawBody.toString()) as Body;
  const { slug } = await app.database.prisma.organisation.findUniqueOrThrow({ where: { id: orgId } });
  const { leads } = (await client.get('/api/v1/leads')).body as { leads: (Body['data'] & { businessId: string })[] };
  const { events } = await graph.ask<{ events: { nodes: { id: string; lead: { id: string } }[] } }>(
    '{ events(types: [LEAD_CREATED]) { nodes { id ... on LeadEvent { lead { id } } } } }',
  );
  for (const received of receiver.received) {
    const { data, ...body } = bodyOf(received);
    expect(data).toEqual(leads.find(({ id }) => id === data.id));
    expect(body).toEqual({
      id: events.nodes.find((event) => event.lead.id === data.id)?.id,
      type: 'lead.created',
      createdAt: clock.now().toISOString(),
      consumerWorkspace: received.path === '/hook/mine' ? 'krew' : slug,
    });
    expect(received.headers['x-ai93-event-id']).toBe(body.id);
  }
  const told = receiver.received.map(({ path, ...received }) => {
    const about = leads.find(({ id }) => id === bodyOf({ path, ...received }).data.id);
    return [path, about?.businessId === mine];
  });
  expect(told.toSorted()).toEqual([
    ['/hook/all', false],
    ['/hook/all', true],
    ['/hook/mine', true],
  ]);

  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  try {
    for (const received of receiver.received) {
      expect(await ai93Accepts(received, received.path === '/hook/mine' ? minted : secret)).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
});

test('AI93: its five events arrive as they happen, each with the lead as it then was', async () => {
  const { graph, keys } = await app.workspace();
  await using receiver = await openReceiver();
  await graph.ask(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: AI93 }) { endpoint { id } } }',
    { url: receiver.url },
  );
  const client = createRestClient(app.url, keys.ai93);
  const input = { source: 'manual', targetType: 'customer_lead', displayName: 'Jane Doe' };
  const { lead } = (await client.send('POST', '/api/v1/leads', input)).body as { lead: { id: string } };
  const shown: object[] = [];
  const show = async () =>
    void shown.push(((await client.get(`/api/v1/leads/${lead.id}`)).body as { lead: object }).lead);
  await show();
  const move =
    'mutation ($id: ID!, $status: LeadStatus!) { updateLead(id: $id, input: { status: $status }) { lead { id } } }';
  await graph.ask(move, { id: lead.id, status: 'CONTACTED' });
  await show();
  await graph.ask('mutation ($id: ID!) { recordLeadReply(id: $id, message: "Yes") { lead { id } } }', { id: lead.id });
  await show();
  await graph.ask(move, { id: lead.id, status: 'CONVERTED' });
  await show();
  await client.send('POST', `/api/v1/leads/${lead.id}/handoff`, { destination: 'krew', metadata: { a: 'ü' } });
  await show();
  await client.send('POST', `/api/v1/leads/${lead.id}/handoff`, { destination: 'krew' });

  const [created, contacted, replied, converted, handedOff] = shown;
  const expected = [
    ['lead.created', created],
    ['lead.status_changed', contacted],
    ['lead.status_changed', replied],
    ['lead.replied', replied],
    ['lead.status_changed', converted],
    ['lead.converted', converted],
    ['lead.handed_off', handedOff],
  ];
  await expect.poll(() => receiver.received.length, patiently).toBe(expected.length);
  const bodies = receiver.received.map(
    ({ rawBody }) => JSON.parse(rawBody.toString()) as { id: string; type: string; data: object },
  );
  const { events } = await graph.ask<{ events: { nodes: { id: string }[] } }>('{ events { nodes { id } } }');
  const place = ({ id }: { id: string }) => events.nodes.findIndex((event) => event.id === id);
  const inOrder = bodies.toSorted((a, b) => place(a) - place(b));
  expect(inOrder.map(({ type, data }) => [type, data])).toEqual(expected);
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(expected.length);
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
