import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { findDueInMs } from '../../src/webhooks/next-due.ts';
import { recordOutcomes } from '../../src/webhooks/record-outcomes.ts';
import { openTestDatabase } from '../support/database.ts';
import { openPipeline, startedAt } from './pipeline.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const url = 'https://hooks.example.com/';

test('workers that claim at the same time never get the same delivery, and together get all', async () => {
  await using pipeline = await openPipeline(database);
  const endpoints = await Promise.all(Array.from({ length: 20 }, () => pipeline.addEndpoint(url)));
  for (let index = 0; index < 10; index += 1) await pipeline.addEvent(endpoints);
  const claimAll = async () => {
    const claimed: string[] = [];
    for (let misses = 0; misses < 5;) {
      const batch = await pipeline.claim(7, 100);
      claimed.push(...batch.map(({ id }) => id));
      misses = batch.length === 0 ? misses + 1 : 0;
    }
    return claimed;
  };
  const byWorker = await Promise.all(Array.from({ length: 6 }, claimAll));
  const all = byWorker.flat();
  expect(all).toHaveLength(200);
  expect(new Set(all)).toHaveLength(200);
});

test('a claim hands over the event and the endpoint, oldest first', async () => {
  await using pipeline = await openPipeline(database);
  const endpointId = await pipeline.addEndpoint(url, { format: 'STANDARD' });
  const older = await pipeline.addEvent([endpointId], 'task.created');
  pipeline.advance(1);
  const newer = await pipeline.addEvent([endpointId]);
  const claimed = await pipeline.claim();
  expect(claimed.map(({ eventId }) => eventId)).toEqual([older, newer]);
  expect(claimed[0]).toMatchObject({
    orgId: pipeline.orgId,
    endpointId,
    state: 'PENDING',
    attemptCount: 0,
    firstFiredAt: null,
    dueAt: startedAt,
    claimedUntil: new Date(startedAt.getTime() + 31_000),
    endpoint: { url, format: 'STANDARD', secret: expect.any(Uint8Array), consumerWorkspace: 'krew' },
    event: { orgId: pipeline.orgId, id: older, position: 1n, type: 'task.created', version: 1, createdAt: startedAt },
  });
});

test('only the oldest few of an endpoint can be claimed, and the next ones once those are done', async () => {
  await using pipeline = await openPipeline(database);
  const [busy, quiet] = [await pipeline.addEndpoint(url), await pipeline.addEndpoint(url)];
  for (let index = 0; index < 5; index += 1) await pipeline.addEvent([busy]);
  await pipeline.addEvent([quiet]);
  const first = await pipeline.claim(10, 2);
  expect(first.map(({ endpointId }) => endpointId).toSorted()).toEqual([busy, busy, quiet].toSorted());
  expect(await pipeline.claim(10, 2)).toEqual([]);
  const done = first.find(({ endpointId }) => endpointId === busy);
  if (!done) throw new Error('Nothing was claimed.');
  await recordOutcomes(database, [
    {
      delivery: done,
      state: 'SUCCEEDED',
      nextAttemptAt: null,
      deadReason: null,
      paced: true,
      holdUntil: null,
      attempt: null,
    },
  ]);
  expect(await pipeline.claim(10, 2)).toMatchObject([{ endpointId: busy }]);
});

test('a claim that ran out is taken again under the same event id, and its late outcome is not written', async () => {
  await using pipeline = await openPipeline(database);
  const eventId = await pipeline.addEvent([await pipeline.addEndpoint(url)]);
  const [lost] = await pipeline.claim();
  pipeline.advance(29.999);
  expect(await pipeline.claim()).toEqual([]);
  pipeline.advance(0.001);
  const [retaken] = await pipeline.claim();
  expect(retaken).toMatchObject({ id: lost?.id, eventId, attemptCount: 0 });

  if (!lost || !retaken) throw new Error('Nothing was claimed.');
  const attempt = { number: 1, at: startedAt, durationMs: 5, status: 200, error: null, request: null };
  const outcome = { state: 'SUCCEEDED', nextAttemptAt: null, deadReason: null, paced: true, holdUntil: null } as const;
  await recordOutcomes(database, [{ ...outcome, delivery: lost, attempt: { ...attempt, responseExcerpt: 'late' } }]);
  expect(await pipeline.deliveries()).toMatchObject([{ state: 'PENDING', attemptCount: 0, attempts: [] }]);
  await recordOutcomes(database, [
    { ...outcome, delivery: retaken, attempt: { ...attempt, responseExcerpt: 'on time' } },
  ]);
  expect(await pipeline.deliveries()).toMatchObject([
    { state: 'SUCCEEDED', attemptCount: 1, attempts: [{ responseExcerpt: 'on time' }] },
  ]);
});

test('the next due time is that of the delivery that waits for the shortest time', async () => {
  await using pipeline = await openPipeline(database);
  expect(await findDueInMs(database, startedAt)).toBeNull();
  for (const seconds of [30, 10]) {
    pipeline.advance(seconds);
    await pipeline.addEvent([await pipeline.addEndpoint(url)]);
    pipeline.advance(-seconds);
  }
  expect(await findDueInMs(database, startedAt)).toBe(10_000);
});
