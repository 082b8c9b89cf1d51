import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { openPipeline } from './pipeline.ts';
import { openReceiver } from './receiver.ts';
import { patiently } from '../support/patiently.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('several workers share the deliveries, and make each of them once', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const endpoints = await Promise.all(
    Array.from({ length: 6 }, (_, n) => pipeline.addEndpoint(`${receiver.url}/${n}`, { format: 'STANDARD' })),
  );
  await using workers = new AsyncDisposableStack();
  for (let n = 0; n < 3; n += 1) workers.use(pipeline.createWorker({ concurrency: 3 })).start();
  for (let index = 0; index < 40; index += 1) await pipeline.addEvent(endpoints);
  const made = () => receiver.received.map(({ path, headers }) => [path, headers['webhook-id']].join(' '));
  await vi.waitFor(() => expect(new Set(made()).size).toBe(240), patiently);
  await vi.waitFor(async () => {
    expect(new Set((await pipeline.deliveries()).map(({ state }) => state))).toEqual(new Set(['SUCCEEDED']));
  }, patiently);
  expect(made()).toHaveLength(240);
  expect((await pipeline.deliveries()).every(({ attempts }) => attempts.length === 1)).toBe(true);
});

test('what a worker that died had under way is made again within 30 s, under the same event id', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const eventId = await pipeline.addEvent([await pipeline.addEndpoint(receiver.url, { format: 'STANDARD' })]);
  const dying = pipeline.createWorker({ poster: { post: () => new Promise(() => {}) } });
  dying.start();
  await vi.waitFor(async () => expect((await pipeline.deliveries())[0]?.claimedUntil).toBeTruthy(), patiently);
  void dying.stop();
  await using worker = pipeline.createWorker();
  worker.start();
  expect(await pipeline.claim()).toEqual([]);
  // The last second is what a poll may take.
  pipeline.advance(29);
  worker.wake();
  await vi.waitFor(async () => {
    expect(await pipeline.deliveries()).toMatchObject([{ state: 'SUCCEEDED', attempts: [{ number: 1, status: 200 }] }]);
  }, patiently);
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([eventId]);
});
