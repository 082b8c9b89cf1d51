import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { Database } from '../../src/db/open/database.ts';
import { startTestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { openPipeline } from './pipeline.ts';
import { openReceiver } from './receiver.ts';
import { patiently } from '../support/patiently.ts';

const hourMs = 60 * 60 * 1000;

/** The clock of a machine that may go wrong. */
const machineClock = (ahead: { ms: number }): Clock => ({
  now: () => new Date(Date.now() + ahead.ms),
  ofMachine: true,
});

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test.each([
  ['an hour', hourMs],
  ['ten years', 10 * 365 * 24 * hourMs],
])('what is written by a machine that is, or was, %s ahead is delivered at once', async (_, ms) => {
  const ahead = { ms };
  const app = await startTestApp({ clock: machineClock(ahead) });
  try {
    await using receiver = await openReceiver();
    const { graph } = await app.workspace();
    const register = `mutation ($url: String!) {
      createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } }
    }`;
    await graph.ask(register, { url: receiver.url });
    await graph.ask('mutation { createLead(input: { name: "Ahead" }) { lead { id } } }');
    await expect.poll(() => receiver.received.length).toBe(1);
    ahead.ms = 0;
    await graph.ask('mutation { createLead(input: { name: "Put right" }) { lead { id } } }');
    await expect.poll(() => receiver.received.length).toBe(2);
    const { events } = await graph.ask<{ events: { nodes: { createdAt: string }[] } }>(
      '{ events(types: [LEAD_CREATED]) { nodes { createdAt } } }',
    );
    const [first, second] = events.nodes.map(({ createdAt }) => Date.parse(createdAt));
    expect(second).toBeGreaterThanOrEqual(first ?? Number.NaN);
    const timestamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']) * 1000);
    for (const timestamp of timestamps) expect(Math.abs(timestamp - Date.now())).toBeLessThan(60_000);
  } finally {
    await app.close();
  }
});

test('workers an hour apart leave each other’s claims alone, and retry when both would', async () => {
  await using pipeline = await openPipeline(database);
  const held: (() => void)[] = [];
  await using receiver = await openReceiver((response) => held.push(() => response.writeHead(500).end()));
  const endpoints = await Promise.all(
    Array.from({ length: 20 }, (_, n) => pipeline.addEndpoint(`${receiver.url}/${n}`, { format: 'STANDARD' })),
  );
  await pipeline.addEvent(endpoints);
  const punctual = pipeline.createWorker({ clock: machineClock({ ms: 0 }) });
  punctual.start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(20), patiently);
  const stopped = punctual.stop();

  await using ahead = pipeline.createWorker({ clock: machineClock({ ms: hourMs }) });
  ahead.start();
  await pipeline.addEvent([await pipeline.addEndpoint(`${receiver.url}/last`)]);
  await vi.waitFor(() => expect(receiver.received.at(-1)?.path).toBe('/hook/last'), patiently);
  expect(receiver.received).toHaveLength(21);

  for (const answer of held) answer();
  await stopped;
  await vi.waitFor(async () => {
    const waits = (await pipeline.deliveries()).map(({ nextAttemptAt, attempts: [attempt] }) => [
      Math.round(((nextAttemptAt?.getTime() ?? 0) - Date.now()) / 10_000),
      attempt?.status,
    ]);
    expect(waits).toEqual(Array.from({ length: 21 }, () => [6, 500]));
  }, patiently);
});
