import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { answerWith, openReceiver } from './receiver.ts';
import { patiently } from '../support/patiently.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

async function register(url: string): Promise<string> {
  const { createWebhookEndpoint: made } = await workspace.graph.ask<{
    createWebhookEndpoint: { endpoint: { id: string } };
  }>(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } } }',
    { url },
  );
  return made.endpoint.id;
}

type Seen = {
  failing: { totalCount: number; nodes: { id: string; endpointId: string; state: string }[] };
  others: { nodes: { endpointId: string; state: string }[] };
  webhookEndpoints: { nodes: { id: string; health: object | null }[] };
};
const look = () =>
  workspace.graph.ask<Seen>(`{
    failing: webhookDeliveries(failing: true) { totalCount nodes { id endpointId state } }
    others: webhookDeliveries(failing: false) { nodes { endpointId state } }
    webhookEndpoints { nodes { id health { failingSince failures pausedUntil } } }
  }`);
const healthOf = ({ webhookEndpoints }: Seen, id: string) =>
  webhookEndpoints.nodes.find((endpoint) => endpoint.id === id)?.health;

test('what fails is found among what is merely due, and said of its endpoint until a post is taken', async () => {
  await using refusing = await openReceiver(answerWith(500));
  await using taking = await openReceiver();
  const bad = await register(refusing.url);
  const good = await register(taking.url);
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');

  const before = await vi.waitFor(async () => {
    const seen = await look();
    expect(seen.failing.totalCount).toBe(1);
    expect(seen.others.nodes).toEqual([{ endpointId: good, state: 'SUCCEEDED' }]);
    return seen;
  }, patiently);
  expect(before.failing.nodes).toMatchObject([{ endpointId: bad, state: 'PENDING' }]);
  expect(healthOf(before, bad)).toEqual({ failingSince: expect.any(String), failures: 1, pausedUntil: null });
  expect(healthOf(before, good)).toBeNull();

  refusing.behaviour.answer = answerWith(200);
  await workspace.graph.ask('mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { id } } }', {
    id: before.failing.nodes[0]?.id,
  });
  const after = await vi.waitFor(async () => {
    const seen = await look();
    expect(seen.failing).toEqual({ totalCount: 0, nodes: [] });
    return seen;
  }, patiently);
  expect(healthOf(after, bad)).toBeNull();
});

test('what was given up without a post fails, until it is retried', async () => {
  const own = await app.workspace();
  await using taking = await openReceiver();
  await own.graph.ask(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } } }',
    { url: taking.url },
  );
  await own.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  const read = () =>
    own.graph.ask<Record<'failing' | 'others', { nodes: { id: string; state: string }[] }>>(`{
      failing: webhookDeliveries(failing: true) { nodes { id state } }
      others: webhookDeliveries(failing: false) { nodes { id state } }
    }`);
  const id = await vi.waitFor(async () => {
    const { others } = await read();
    expect(others.nodes).toMatchObject([{ state: 'SUCCEEDED' }]);
    return others.nodes[0]?.id;
  }, patiently);
  const deadReason = 'The endpoint is disabled.';
  await app.database.prisma.webhookAttempt.deleteMany({ where: { orgId: own.orgId } });
  await app.database.prisma.webhookDelivery.updateMany({
    where: { orgId: own.orgId },
    data: { state: 'DEAD', attemptCount: 0, deadReason },
  });
  expect(await read()).toEqual({ failing: { nodes: [{ id, state: 'DEAD' }] }, others: { nodes: [] } });
  await own.graph.ask('mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { id } } }', { id });
  await vi.waitFor(
    async () =>
      expect(await read()).toEqual({ failing: { nodes: [] }, others: { nodes: [{ id, state: 'SUCCEEDED' }] } }),
    patiently,
  );
});
