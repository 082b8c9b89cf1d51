import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { disableFailingEndpoint } from '../../src/domain/webhooks/disable-failing-endpoint.ts';
import { createRetention } from '../../src/jobs/retention.ts';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { overWebSocket, take } from '../live/product-client.ts';
import { answerWith, openReceiver, type Received } from './receiver.ts';
import { ai93Accepts, quincerAccepts } from './vendor-verifiers.ts';
import { patiently } from '../support/patiently.ts';

const origin = 'evt_0000000000000000';
const clock = createTestClock(new Date());
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());
beforeEach(async () => {
  // The verifiers look at the time.
  clock.advance(Date.now() - clock.now().getTime());
  workspace = await app.workspace();
});

type Made = { createWebhookEndpoint: { signingSecret: string; endpoint: { id: string } } };
async function register(input: object): Promise<{ id: string; secret: string }> {
  const mutation = `mutation ($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) { signingSecret endpoint { id } }
  }`;
  const { createWebhookEndpoint: made } = await workspace.graph.ask<Made>(mutation, { input });
  return { id: made.endpoint.id, secret: made.signingSecret };
}

const createLead = (name = 'Ada') =>
  workspace.graph.ask('mutation ($name: String) { createLead(input: { name: $name }) { lead { id } } }', { name });
const arrived = (received: readonly Received[], count: number) =>
  vi.waitFor(() => expect(received).toHaveLength(count), patiently);
const idsOf = (received: readonly Received[]) =>
  received.map(({ rawBody }) => (JSON.parse(String(rawBody)) as { id: string }).id);

type Deliveries = { webhookDeliveries: { nodes: { id: string; state: string; eventId: string }[] } };
const deliveries = async (endpointId: string) => {
  const query = 'query ($id: ID!) { webhookDeliveries(endpointId: $id, first: 100) { nodes { id state eventId } } }';
  return (await workspace.graph.ask<Deliveries>(query, { id: endpointId })).webhookDeliveries.nodes;
};
const allIn = (endpointId: string, state: string) =>
  vi.waitFor(
    async () => expect(new Set((await deliveries(endpointId)).map((one) => one.state))).toEqual(new Set([state])),
    patiently,
  );

const replay = `mutation ($endpointId: ID!, $after: ID!, $types: [EventType!], $first: Int) {
  replayEvents(endpointId: $endpointId, after: $after, types: $types, first: $first) { replayed skipped cursor hasMore }
}`;
type Replay = { replayEvents: { replayed: number; skipped: number; cursor: string | null; hasMore: boolean } };

test('a replay delivers kept events again under their ids, page by page, and never beside a pending delivery', async () => {
  await using receiver = await openReceiver();
  const { id } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  for (let n = 0; n < 5; n += 1) await createLead();
  await arrived(receiver.received, 5);
  await allIn(id, 'SUCCEEDED');
  const first = idsOf(receiver.received);

  const page = await workspace.graph.ask<Replay>(replay, { endpointId: id, after: origin, first: 3 });
  expect(page.replayEvents).toEqual({ replayed: 3, skipped: 0, cursor: expect.any(String), hasMore: true });
  const rest = await workspace.graph.ask<Replay>(replay, { endpointId: id, after: page.replayEvents.cursor });
  expect(rest.replayEvents).toMatchObject({ replayed: 2, skipped: 0, hasMore: false });
  await arrived(receiver.received, 10);
  expect(idsOf(receiver.received).slice(5).toSorted()).toEqual(first.toSorted());

  await allIn(id, 'SUCCEEDED');
  receiver.behaviour.answer = answerWith(500);
  await workspace.graph.ask<Replay>(replay, { endpointId: id, after: origin });
  const again = await workspace.graph.ask<Replay>(replay, { endpointId: id, after: origin });
  expect(again.replayEvents).toMatchObject({ replayed: 0, skipped: 5, hasMore: false });
  const audit = await app.database.prisma.auditEntry.count({
    where: { orgId: workspace.orgId, action: 'webhook_endpoint.replayed' },
  });
  expect(audit).toBe(3);

  expect(await workspace.graph.refusal(replay, { endpointId: id, after: 'evt_00000000000000ff' })).toBe(
    'CURSOR_EXPIRED',
  );
  expect(await workspace.graph.refusal(replay, { endpointId: id, after: origin, first: 10_001 })).toBe('INVALID');
});

test('a replay begins with the first event of an instant, and asks for one beginning', async () => {
  await using receiver = await openReceiver();
  const { id } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  await createLead();
  clock.advance(1000);
  const since = clock.now().toISOString();
  await createLead();
  clock.advance(1000);
  await createLead();
  await allIn(id, 'SUCCEEDED');
  await arrived(receiver.received, 3);
  const before = idsOf(receiver.received);
  const from =
    'mutation ($id: ID!, $since: DateTime, $after: ID) { replayEvents(endpointId: $id, since: $since, after: $after) { replayed } }';
  expect(await workspace.graph.ask(from, { id, since })).toEqual({ replayEvents: { replayed: 2 } });
  await arrived(receiver.received, 5);
  expect(idsOf(receiver.received).slice(3).toSorted()).toEqual(before.slice(1).toSorted());
  expect(await workspace.graph.refusal(from, { id })).toBe('INVALID');
  expect(await workspace.graph.refusal(from, { id, since, after: origin })).toBe('INVALID');
});

test('a delivery to a deleted or disabled endpoint is not retried', async () => {
  await using receiver = await openReceiver();
  const { id } = await register({ url: receiver.url, format: 'QUINCER', types: ['LEAD_CREATED'] });
  await createLead();
  await allIn(id, 'SUCCEEDED');
  const [delivery] = await deliveries(id);
  const retry = 'mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { state } } }';
  await workspace.graph.ask(
    'mutation ($id: ID!) { updateWebhookEndpoint(id: $id, input: { enabled: false }) { __typename } }',
    { id },
  );
  expect(await workspace.graph.refusal(retry, { id: delivery?.id })).toBe('CONFLICT');
  expect(await workspace.graph.refusal(replay, { endpointId: id, after: origin })).toBe('CONFLICT');
  await workspace.graph.ask('mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) { __typename } }', { id });
  const { errors } = await workspace.graph.send(retry, { id: delivery?.id });
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('was deleted'),
    extensions: { code: 'CONFLICT' },
  });
});

const rotate = `mutation ($id: ID!, $overlapHours: Int) {
  rotateWebhookSecret(id: $id, overlapHours: $overlapHours) { signingSecret endpoint { secretOverlapEndsAt } }
}`;
type Rotated = { rotateWebhookSecret: { signingSecret: string; endpoint: { secretOverlapEndsAt: string | null } } };

test.each(['QUINCER', 'AI93'] as const)(
  '%s: whenever a consumer switches secrets within the overlap, it loses nothing',
  async (format) => {
    const accepts = format === 'QUINCER' ? quincerAccepts : ai93Accepts;
    let held = '';
    await using receiver = await openReceiver((response, received) => {
      void Promise.resolve(accepts(received, held)).then((accepted) => response.writeHead(accepted ? 200 : 401).end());
    });
    const { id, secret } = await register({ url: receiver.url, format, types: ['LEAD_CREATED'] });
    held = secret;
    const { rotateWebhookSecret: rotated } = await workspace.graph.ask<Rotated>(rotate, { id });
    expect(rotated.endpoint.secretOverlapEndsAt).not.toBeNull();
    expect(await workspace.graph.refusal(rotate, { id })).toBe('CONFLICT');
    await createLead();
    await allIn(id, 'SUCCEEDED');

    held = rotated.signingSecret;
    await createLead();
    await arrived(receiver.received, 2);
    await vi.waitFor(async () => {
      const [newest] = await app.database.prisma.webhookDelivery.findMany({
        where: { orgId: workspace.orgId },
        orderBy: { id: 'desc' },
        take: 1,
      });
      expect(newest?.attemptCount).toBe(1);
    }, patiently);
    clock.advance(60_000);
    await arrived(receiver.received, 3);
    await allIn(id, 'SUCCEEDED');

    await workspace.graph.ask(
      'mutation ($id: ID!) { activateWebhookSecret(id: $id) { endpoint { secretOverlapEndsAt } } }',
      { id },
    );
    await createLead();
    await arrived(receiver.received, 4);
    await allIn(id, 'SUCCEEDED');
  },
);

describe.each(['QUINCER', 'AI93'] as const)('the headers of Standard Webhooks beside those of %s', (format) => {
  type Verified = { readonly vendor: boolean; readonly event: unknown; readonly standard: unknown[] };
  const verify = async (received: Received | undefined, own: string, all: readonly string[]): Promise<Verified> => {
    if (!received) throw new Error('Nothing was received.');
    const accepts = format === 'QUINCER' ? quincerAccepts : ai93Accepts;
    const headers = Object.fromEntries(Object.entries(received.headers).map(([name, value]) => [name, String(value)]));
    return {
      vendor: await accepts(received, own),
      event: headers[format === 'QUINCER' ? 'quincer-event' : 'x-ai93-event'],
      standard: all.map((secret) => new Webhook(secret).verify(received.rawBody, headers)),
    };
  };
  const body = { type: 'lead.created', id: expect.stringMatching(/^evt_/) };

  test('ride along on one delivery where they are asked for, in a rotation too', async () => {
    await using receiver = await openReceiver();
    const { id, secret } = await register({
      url: receiver.url,
      format,
      types: ['LEAD_CREATED'],
      alsoStandard: true,
    });
    await createLead('Zoë 💬');
    await arrived(receiver.received, 1);
    expect(await verify(receiver.received[0], secret, [secret])).toMatchObject({
      vendor: true,
      event: 'lead.created',
      standard: [body],
    });
    const { rotateWebhookSecret: rotated } = await workspace.graph.ask<Rotated>(rotate, { id });
    await createLead('Zoë 💬');
    await arrived(receiver.received, 2);
    expect(await verify(receiver.received[1], secret, [secret, rotated.signingSecret])).toMatchObject({
      vendor: true,
      standard: [body, body],
    });
    expect(receiver.received.map((one) => one.headers['webhook-id'])).toEqual(idsOf(receiver.received));
  });

  test('need a secret that is base64', async () => {
    const input = { url: 'http://127.0.0.1:9/', format, alsoStandard: true, secret: 'not base64!' };
    const create =
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename } }';
    expect(await workspace.graph.refusal(create, { input })).toBe('INVALID');
  });
});

test('an endpoint that is disabled for its failures tells so once, to the log and to other endpoints', async () => {
  await using receiver = await openReceiver();
  const { id } = await register({ url: `${receiver.url}/dead`, format: 'AI93' });
  await register({ url: receiver.url, format: 'STANDARD', types: ['WEBHOOK_ENDPOINT_DISABLED'] });
  const context = app.app.services.openAs(founder({ orgId: workspace.orgId, apiKeyId: '' }, 'FREE', 'webhooks'));
  const failing = { endpointId: id.slice(4), failingSince: new Date('2026-05-01T00:00:00Z'), failures: 12 };
  await Promise.all([disableFailingEndpoint(context, failing), disableFailingEndpoint(context, failing)]);
  await arrived(receiver.received, 1);
  const reason = 'All of 12 attempts since 2026-05-01T00:00:00.000Z failed.';
  expect(JSON.parse(String(receiver.received[0]?.rawBody))).toMatchObject({
    type: 'webhook_endpoint.disabled',
    data: { webhookEndpoint: { id, disabledReason: reason, url: `${receiver.url}/dead` } },
  });
  const query = `{ events(first: 10, types: [WEBHOOK_ENDPOINT_DISABLED]) { nodes { type ... on WebhookEndpointEvent { endpointId disabledReason } } }
    webhookEndpoints(first: 5) { nodes { id enabled disabledReason } } }`;
  expect(await workspace.graph.ask(query)).toMatchObject({
    events: { nodes: [{ endpointId: id, disabledReason: reason }] },
    webhookEndpoints: { nodes: expect.arrayContaining([{ id, enabled: false, disabledReason: reason }]) },
  });
});

test('an endpoint of which nothing succeeds for three days is disabled by the worker, and a subscriber sees it', async () => {
  await using dead = await openReceiver(answerWith(500));
  await using receiver = await openReceiver();
  const { id } = await register({ url: dead.url, format: 'AI93', types: ['LEAD_CREATED'] });
  await register({ url: receiver.url, format: 'STANDARD', types: ['WEBHOOK_ENDPOINT_DISABLED'] });
  const query = `subscription { events(after: "${origin}", types: [WEBHOOK_ENDPOINT_DISABLED]) {
    id ... on WebhookEndpointEvent { endpointId }
  } }`;
  const live = take(overWebSocket(app, workspace.keys.graphql, { query }, new AbortController().signal), 1);
  for (let n = 0; n < 10; n += 1) await createLead();
  await arrived(dead.received, 10);
  const failures = () => app.database.prisma.webhookEndpointHealth.findFirst({ where: { endpointId: id.slice(4) } });
  await vi.waitFor(async () => expect((await failures())?.failures).toBe(10), patiently);
  clock.advance(3 * 24 * 60 * 60 * 1000);
  await createLead();
  await arrived(receiver.received, 1);
  const { id: eventId, data } = JSON.parse(String(receiver.received[0]?.rawBody)) as { id: string; data: object };
  expect(data).toMatchObject({
    webhookEndpoint: { id, disabledReason: expect.stringMatching(/^All of \d+ attempts/) },
  });
  expect((await live)[0]?.data?.['events']).toEqual({ id: eventId, endpointId: id });
  const { webhookEndpoints } = await workspace.graph.ask<{ webhookEndpoints: { nodes: object[] } }>(
    '{ webhookEndpoints { nodes { id enabled } } }',
  );
  expect(webhookEndpoints.nodes).toContainEqual({ id, enabled: false });

  const left = () =>
    app.database.prisma.webhookDelivery.count({ where: { endpointId: id.slice(4), claimedUntil: { not: null } } });
  await vi.waitFor(async () => expect(await left()).toBe(0), patiently);
  // Enabled again it is as good as new: one failure more does not count with those before.
  const enable = 'mutation ($id: ID!) { updateWebhookEndpoint(id: $id, input: { enabled: true }) { __typename } }';
  await workspace.graph.ask(enable, { id });
  expect(await failures()).toBeNull();
  const before = dead.received.length;
  await createLead();
  await arrived(dead.received, before + 1);
  await vi.waitFor(async () => expect((await failures())?.failures).toBe(1), patiently);
});

test('finished deliveries go with their attempts when their time is over, pending ones stay', async () => {
  await using receiver = await openReceiver();
  const { id } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  await createLead();
  await allIn(id, 'SUCCEEDED');
  receiver.behaviour.answer = answerWith(500);
  await createLead();
  await arrived(receiver.received, 2);
  const where = { orgId: workspace.orgId };
  await vi.waitFor(async () => expect(await app.database.prisma.webhookAttempt.count({ where })).toBe(2), patiently);
  const later = { now: () => new Date(clock.now().getTime() + 31 * 24 * 60 * 60 * 1000) };
  await createRetention({ pool: app.database.pool, clock: later, eventDays: 30 }).prune();
  expect(await app.database.prisma.webhookDelivery.findMany({ where })).toMatchObject([{ state: 'PENDING' }]);
  expect(await app.database.prisma.webhookAttempt.count({ where })).toBe(1);
});

test('a replay makes only the types it names, and what the endpoint subscribes to where it names none', async () => {
  await using receiver = await openReceiver();
  const { id } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED', 'TASK_CREATED'] });
  await createLead();
  await workspace.graph.ask('mutation { createTask(input: { type: OTHER, title: "Call" }) { task { id } } }');
  await arrived(receiver.received, 2);
  await allIn(id, 'SUCCEEDED');
  const typesAfter = (count: number) =>
    receiver.received.slice(count).map(({ rawBody }) => (JSON.parse(String(rawBody)) as { type: string }).type);
  await workspace.graph.ask<Replay>(replay, { endpointId: id, after: origin, types: ['TASK_CREATED'] });
  await arrived(receiver.received, 3);
  expect(typesAfter(2)).toEqual(['task.created']);
  // What is still under way is not replayed.
  await allIn(id, 'SUCCEEDED');
  await workspace.graph.ask<Replay>(replay, { endpointId: id, after: origin });
  await arrived(receiver.received, 5);
  expect(typesAfter(3).toSorted()).toEqual(['lead.created', 'task.created']);
});
