import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { EventType } from '../../src/events/catalogue.ts';
import { typesOfFormat } from '../../src/vendors/format-rules.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { accepts, registerEndpoint } from './endpoints.ts';
import { answerWith, openReceiver, type Received } from './receiver.ts';
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

const send = `mutation ($endpointId: ID!, $type: EventType) {
  sendTestEvent(endpointId: $endpointId, type: $type) {
    delivery { id endpointId event { id type ... on WebhookEndpointEvent { endpointId sampleOf } } }
  }
}`;
type Sent = { sendTestEvent: { delivery: { id: string; endpointId: string; event: { id: string } } } };

const arrived = (received: readonly Received[], count: number) =>
  vi.waitFor(() => expect(received).toHaveLength(count), patiently);
const bodyOf = ({ rawBody }: Received) => JSON.parse(rawBody.toString()) as Record<string, unknown>;
const inGraph = (type: EventType) => type.replace('.', '_').toUpperCase();

it.each(['QUINCER', 'AI93', 'STANDARD'] as const)(
  'a sample of each type that %s carries arrives with its signature, under the id of the test',
  async (format) => {
    await using receiver = await openReceiver();
    const { endpointId, secret } = await register({ url: receiver.url, format });
    const types = typesOfFormat(format);
    const ids: string[] = [];
    for (const type of types) {
      const { sendTestEvent } = await workspace.graph.ask<Sent>(send, { endpointId, type: inGraph(type) });
      expect(sendTestEvent.delivery).toMatchObject({
        endpointId,
        event: { type: 'WEBHOOK_ENDPOINT_TESTED', endpointId, sampleOf: inGraph(type) },
      });
      ids.push(sendTestEvent.delivery.event.id);
    }
    await arrived(receiver.received, types.length);
    for (const one of receiver.received) expect(await accepts[format](one, secret)).toBe(true);
    const told = new Map(receiver.received.map(bodyOf).map(({ id, type }) => [id, type]));
    expect(told).toEqual(new Map(ids.map((id, index) => [id, types[index]])));
  },
);

it('is a lead as the format shows one, and says that it is a test', async () => {
  await using receiver = await openReceiver();
  const { endpointId } = await register({ url: receiver.url, format: 'QUINCER', types: ['LEAD_STAGE_CHANGED'] });
  await workspace.graph.ask(send, { endpointId });
  await arrived(receiver.received, 1);
  const [got] = receiver.received;
  expect(got && bodyOf(got)).toMatchObject({
    object: 'event',
    type: 'lead.stage_changed',
    data: {
      object: 'lead',
      id: 'testlead',
      name: 'Test Lead',
      stage: 'qualified',
      previous_stage: 'new',
      tags: ['test'],
    },
  });
});

it('goes to no other endpoint, and a replay does not repeat it', async () => {
  await using tried = await openReceiver();
  await using other = await openReceiver();
  const { endpointId } = await register({ url: tried.url, format: 'STANDARD' });
  const bystander = await register({ url: other.url, format: 'STANDARD' });
  await workspace.graph.ask(send, { endpointId });
  await arrived(tried.received, 1);
  const replay = 'mutation ($id: ID!) { replayEvents(endpointId: $id, after: "evt_0000000000000000") { replayed } }';
  expect(await workspace.graph.ask(replay, { id: bystander.endpointId })).toEqual({ replayEvents: { replayed: 0 } });
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await arrived(other.received, 1);
  expect(other.received.map(bodyOf)).toMatchObject([{ type: 'lead.created' }]);
});

it('goes ahead of what waits for an endpoint that pauses', async () => {
  await using receiver = await openReceiver();
  receiver.behaviour.answer = answerWith(500);
  const { endpointId } = await register({ url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] });
  for (let n = 0; n < 6; n += 1)
    await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  type Health = { webhookEndpoints: { nodes: { health: { pausedUntil: string | null } | null }[] } };
  await vi.waitFor(async () => {
    const { webhookEndpoints } = await workspace.graph.ask<Health>(
      '{ webhookEndpoints { nodes { health { pausedUntil } } } }',
    );
    expect(webhookEndpoints.nodes[0]?.health?.pausedUntil).toEqual(expect.any(String));
  }, patiently);
  receiver.behaviour.answer = answerWith(200);
  const before = receiver.received.length;
  const { sendTestEvent } = await workspace.graph.ask<Sent>(send, { endpointId });
  await arrived(receiver.received, before + 1);
  expect(receiver.received.slice(before).map(bodyOf)).toMatchObject([{ id: sendTestEvent.delivery.event.id }]);
});

it('is refused where nothing would arrive', async () => {
  await using receiver = await openReceiver();
  const { endpointId } = await register({ url: receiver.url, format: 'AI93', types: ['LEAD_CREATED'] });
  expect(await workspace.graph.refusal(send, { endpointId, type: 'LEAD_CONVERTED' })).toBe('INVALID');
  expect(await workspace.graph.refusal(send, { endpointId, type: 'WEBHOOK_ENDPOINT_TESTED' })).toBe('INVALID');
  const reader = await workspace.graphAs(['webhooks:read']);
  expect(await reader.refusal(send, { endpointId })).toBe('FORBIDDEN');
  const other = await app.workspace();
  expect(await other.graph.refusal(send, { endpointId })).toBe('NOT_FOUND');
  await workspace.graph.ask(
    'mutation ($id: ID!) { updateWebhookEndpoint(id: $id, input: { enabled: false }) { __typename } }',
    { id: endpointId },
  );
  expect(await workspace.graph.refusal(send, { endpointId })).toBe('CONFLICT');
  const events = '{ events(types: [WEBHOOK_ENDPOINT_TESTED]) { nodes { id } } }';
  expect(await workspace.graph.ask(events)).toEqual({ events: { nodes: [] } });
});
