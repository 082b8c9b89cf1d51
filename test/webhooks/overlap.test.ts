import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { testEngine } from '../support/database.ts';
import { openReceiver } from './receiver.ts';
import { patiently } from '../support/patiently.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('the webhook log has the events of overlapping writes once each, in the order in which they committed', async () => {
  await using receiver = await openReceiver();
  const { orgId, graph } = await app.workspace();
  type Made = { createWebhookEndpoint: { endpoint: { id: string } } };
  const register = `mutation ($url: String!) {
    createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [TASK_CREATED] }) { endpoint { id } }
  }`;
  const { createWebhookEndpoint: made } = await graph.ask<Made>(register, { url: receiver.url });
  const { write } = app.app.services.openAs(founder({ orgId, apiKeyId: 'overlap' }, 'UNLIMITED', 'overlap'));
  const quickIsDone = Promise.withResolvers<void>();
  const slowHasBegun = Promise.withResolvers<void>();
  const record = (name: string, until: Promise<void>) =>
    write(async (tx) => {
      tx.record('task.created', { subjectId: name, businessId: null, snapshot: { metadata: { name } } });
      const times = { createdAt: tx.now, updatedAt: tx.now };
      await tx.task.create({ data: { id: tx.newId(), type: 'OTHER', title: name, ...times } });
      slowHasBegun.resolve();
      await until;
    });
  // The embedded database has one connection: there the quick write can only follow the slow one.
  const overlaps = testEngine === 'postgres';
  const slow = record('began first', overlaps ? quickIsDone.promise : Promise.resolve());
  await slowHasBegun.promise;
  if (!overlaps) await slow;
  await record('began second', Promise.resolve());
  quickIsDone.resolve();
  await slow;

  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), patiently);
  const query = `query ($id: ID!) {
    events(first: 10, types: [TASK_CREATED]) { nodes { id } }
    webhookDeliveries(endpointId: $id, first: 10) { nodes { eventId } }
  }`;
  type Answer = { events: { nodes: { id: string }[] }; webhookDeliveries: { nodes: { eventId: string }[] } };
  const { events, webhookDeliveries } = await graph.ask<Answer>(query, { id: made.endpoint.id });
  const inLog = events.nodes.map(({ id }) => id);
  expect(webhookDeliveries.nodes.map(({ eventId }) => eventId).toReversed()).toEqual(inLog);
  const bodies = receiver.received.map(
    ({ rawBody }) => JSON.parse(String(rawBody)) as { id: string; data: { metadata: { name: string } } },
  );
  expect(bodies.map(({ id }) => id).toSorted()).toEqual(inLog.toSorted());
  const nameOf = (eventId: string | undefined) => bodies.find(({ id }) => id === eventId)?.data.metadata.name;
  const order = overlaps ? ['began second', 'began first'] : ['began first', 'began second'];
  expect(inLog.map(nameOf)).toEqual(order);
});
