import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { retryNow } from '../../src/webhooks/retry-now.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';
import { openPipeline, secret, startedAt, type Pipeline } from './pipeline.ts';
import { answerWith, openReceiver } from './receiver.ts';
import { ai93Accepts, quincerAccepts } from './vendor-verifiers.ts';
import { patiently } from '../support/patiently.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const oneDelivery = async (pipeline: Pipeline) => {
  const [delivery] = await pipeline.deliveries();
  if (!delivery) throw new Error('There is no delivery.');
  return delivery;
};

/** Waits until the delivery has been attempted so often. */
const attempted = (pipeline: Pipeline, attempts: number) =>
  vi.waitFor(async () => {
    const delivery = await oneDelivery(pipeline);
    expect(delivery.attemptCount).toBe(attempts);
    return delivery;
  }, patiently);

const secondsAfterStart = (date: Date | null) => date && (date.getTime() - startedAt.getTime()) / 1000;

test('a wake-up sends what is due at once, and records it', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(answerWith(202, 'thanks'));
  await using worker = pipeline.createWorker({ pollMs: 60_000 });
  worker.start();
  const eventId = await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  worker.wake();
  const delivery = await attempted(pipeline, 1);
  expect(delivery).toMatchObject({
    state: 'SUCCEEDED',
    attemptCount: 1,
    nextAttemptAt: null,
    claimedUntil: null,
    firstFiredAt: startedAt,
    attempts: [{ number: 1, status: 202, error: null, responseExcerpt: 'thanks', at: startedAt }],
  });
  const [received] = receiver.received;
  expect(JSON.parse(String(received?.rawBody))).toMatchObject({ id: eventId, object: 'event', type: 'lead.created' });
  expect(received && quincerAccepts(received, secret)).toBe(true);
});

// Embedded, there is one connection for all.
test.runIf(testEngine === 'postgres')(
  'requests that hold every connection of theirs do not hold a delivery up',
  async () => {
    await using pipeline = await openPipeline(database);
    await using receiver = await openReceiver();
    await using worker = pipeline.createWorker();
    await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
    const held = await Promise.all(Array.from({ length: database.pool.options.max }, () => database.pool.connect()));
    try {
      worker.start();
      await vi.waitFor(() => expect(receiver.received).toHaveLength(1), patiently);
    } finally {
      for (const client of held) client.release();
    }
    expect(await attempted(pipeline, 1)).toMatchObject({ state: 'SUCCEEDED' });
  },
);

test('a lost wake-up costs no more than a poll', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  await using worker = pipeline.createWorker({ pollMs: 20 });
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  expect((await attempted(pipeline, 1)).state).toBe('SUCCEEDED');
});

test('retries to the second, then gives up; a retry by hand keeps the event id and goes on counting', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(answerWith(500));
  await using worker = pipeline.createWorker({ pollMs: 10 });
  worker.start();
  const eventId = await pipeline.addEvent([await pipeline.addEndpoint(receiver.url, { format: 'AI93' })]);
  const waits = [60, 240, 1500, 5400];
  for (const [index, wait] of waits.entries()) {
    const delivery = await attempted(pipeline, index + 1);
    expect(delivery.state).toBe('PENDING');
    expect(delivery.nextAttemptAt?.getTime()).toBe(pipeline.clock.time + wait * 1000);
    pipeline.advance(wait - 0.001);
    expect(await pipeline.claim()).toEqual([]);
    pipeline.advance(0.001);
  }
  const dead = await attempted(pipeline, 5);
  expect(dead).toMatchObject({ state: 'DEAD', nextAttemptAt: null });
  expect(dead.attempts.map(({ at }) => secondsAfterStart(at))).toEqual([0, 60, 300, 1800, 7200]);
  expect(dead.attempts.every(({ status }) => status === 500)).toBe(true);

  expect(await retryNow(database, pipeline.orgId, dead.id)).toBe(true);
  worker.wake();
  expect(await attempted(pipeline, 6)).toMatchObject({ state: 'DEAD', nextAttemptAt: null });

  receiver.behaviour.answer = answerWith(200);
  await retryNow(database, pipeline.orgId, dead.id);
  worker.wake();
  expect(await attempted(pipeline, 7)).toMatchObject({ state: 'SUCCEEDED', nextAttemptAt: null, attemptCount: 7 });

  const headers = receiver.received.map((one) => one.headers);
  expect(headers.map((one) => one['x-ai93-attempt'])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(new Set(headers.map((one) => one['x-ai93-event-id']))).toEqual(new Set([eventId]));
  expect(new Set(headers.map((one) => one['x-ai93-signature']))).toHaveLength(5);
  expect(await retryNow(database, pipeline.orgId, 'none')).toBe(false);
});

test('the schedule counts from the first fire, however long an attempt takes or had to wait', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver((response) => {
    pipeline.advance(9);
    response.writeHead(500).end();
  });
  await using worker = pipeline.createWorker({ pollMs: 10 });
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url, { format: 'AI93' })]);
  const firedAt = [0, 63.25, 300, 1801.5, 7200];
  const dueAt = [60, 300, 1800, 7200, null];
  for (const [index, seconds] of firedAt.entries()) {
    pipeline.clock.time = startedAt.getTime() + seconds * 1000;
    worker.wake();
    expect(secondsAfterStart((await attempted(pipeline, index + 1)).nextAttemptAt)).toBe(dueAt[index]);
  }
  const { state, attempts } = await oneDelivery(pipeline);
  expect(state).toBe('DEAD');
  expect(attempts.map(({ at }) => secondsAfterStart(at))).toEqual(firedAt);
});

test('a retry by hand of a success that fails leaves a success', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  await using worker = pipeline.createWorker();
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  const { id } = await attempted(pipeline, 1);
  receiver.behaviour.answer = answerWith(503);
  await retryNow(database, pipeline.orgId, id);
  expect(await attempted(pipeline, 2)).toMatchObject({
    state: 'SUCCEEDED',
    attempts: [{ status: 200 }, { status: 503 }],
  });
});

test('a retry asked for while an attempt is under way is made after it', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(() => {});
  await using worker = pipeline.createWorker();
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), patiently);
  pipeline.advance(1);
  receiver.behaviour.answer = answerWith(200);
  await retryNow(database, pipeline.orgId, (await oneDelivery(pipeline)).id);
  receiver.hangUp();
  expect(await attempted(pipeline, 2)).toMatchObject({
    state: 'SUCCEEDED',
    attempts: [{ status: null }, { status: 200 }],
  });
});

test('a connection that is refused is an attempt with a reason and without a status', async () => {
  await using pipeline = await openPipeline(database);
  const gone = await openReceiver();
  await gone[Symbol.asyncDispose]();
  await using worker = pipeline.createWorker();
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(gone.url)]);
  expect(await attempted(pipeline, 1)).toMatchObject({
    state: 'PENDING',
    attempts: [{ status: null, error: 'The connection was refused.', responseExcerpt: null }],
  });
});

describe('gives up without an attempt', () => {
  test.each([
    ['a deleted endpoint', { deletedAt: startedAt }],
    ['a disabled endpoint', { disabledAt: startedAt }],
  ])('for %s', async (_, state) => {
    await using pipeline = await openPipeline(database);
    await using receiver = await openReceiver();
    await pipeline.addEvent([await pipeline.addEndpoint(receiver.url, state)]);
    await using worker = pipeline.createWorker();
    worker.start();
    await vi.waitFor(
      async () => expect(await oneDelivery(pipeline)).toMatchObject({ state: 'DEAD', attempts: [] }),
      patiently,
    );
    expect(receiver.received).toEqual([]);
  });

  test('for an event that was pruned', async () => {
    await using pipeline = await openPipeline(database);
    await using receiver = await openReceiver();
    await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
    await database.pool.query('delete from events where org_id = $1', [pipeline.orgId]);
    await using worker = pipeline.createWorker();
    worker.start();
    await vi.waitFor(
      async () => expect(await oneDelivery(pipeline)).toMatchObject({ state: 'DEAD', attempts: [] }),
      patiently,
    );
  });
});

test('a secret that no longer opens is a failed attempt that the log tells of', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const sealed = pipeline.secretBox.seal(secret, 'another endpoint');
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url, { secret: sealed })]);
  await using worker = pipeline.createWorker();
  worker.start();
  const error = 'The request could not be made: see the log of the server.';
  expect(await attempted(pipeline, 1)).toMatchObject({ state: 'PENDING', attempts: [{ status: null, error }] });
  expect(pipeline.errors).toEqual(['A webhook could not be made.']);
  expect(receiver.received).toEqual([]);
});

test('one event goes to endpoints of three formats under one id', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver();
  const endpoints = await Promise.all(
    (['QUINCER', 'AI93', 'STANDARD'] as const).map((format) => pipeline.addEndpoint(receiver.url, { format })),
  );
  pipeline.clock.time = Date.now();
  const eventId = await pipeline.addEvent(endpoints);
  await using worker = pipeline.createWorker();
  worker.start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(3), patiently);
  const bodies: unknown[] = receiver.received.map(({ rawBody }) => JSON.parse(String(rawBody)));
  expect(bodies).toMatchObject([{ id: eventId }, { id: eventId }, { id: eventId }]);
  const ai93 = receiver.received.find(({ headers }) => 'x-ai93-event' in headers);
  expect(ai93 && (await ai93Accepts(ai93, secret))).toBe(true);
});

test('an endpoint that hangs keeps its few places and delays nobody', async () => {
  await using pipeline = await openPipeline(database);
  await using hanging = await openReceiver(() => {});
  await using receiver = await openReceiver();
  const endpoints = [await pipeline.addEndpoint(hanging.url), await pipeline.addEndpoint(receiver.url)];
  for (let index = 0; index < 20; index += 1) await pipeline.addEvent(endpoints);
  {
    await using worker = pipeline.createWorker({ concurrency: 8, perEndpoint: 3 });
    worker.start();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(20), patiently);
    expect(hanging.received).toHaveLength(3);
    hanging.behaviour.answer = answerWith(200);
    hanging.hangUp();
    await vi.waitFor(() => expect(hanging.received).toHaveLength(20), patiently);
  }
});

test('a post that waits for its answer gives its place to another at once, not with the next poll', async () => {
  await using pipeline = await openPipeline(database);
  await using hanging = await openReceiver(() => {});
  await using receiver = await openReceiver();
  await pipeline.addEvent([await pipeline.addEndpoint(hanging.url)]);
  pipeline.advance(1);
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  const worker = pipeline.createWorker({ concurrency: 1, slowAfterMs: 20, pollMs: 60_000 });
  worker.start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), patiently);
  expect(hanging.received).toHaveLength(1);
  hanging.hangUp();
  await worker.stop();
});

test('stopping waits for the post under way and records it', async () => {
  await using pipeline = await openPipeline(database);
  const held: (() => void)[] = [];
  await using receiver = await openReceiver((response) => held.push(() => response.writeHead(200).end()));
  const worker = pipeline.createWorker();
  worker.start();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  await vi.waitFor(() => expect(held).toHaveLength(1), patiently);
  const stopped = worker.stop();
  await pipeline.addEvent([await pipeline.addEndpoint(receiver.url)]);
  for (const answer of held) answer();
  await stopped;
  expect((await pipeline.deliveries()).map(({ state }) => state)).toEqual(['SUCCEEDED', 'PENDING']);
});

test('stopping gives back what was claimed and not posted, at once', async () => {
  await using pipeline = await openPipeline(database);
  const held: (() => void)[] = [];
  await using receiver = await openReceiver((response) => held.push(() => response.writeHead(200).end()));
  const endpoints = await Promise.all(
    Array.from({ length: 6 }, (_, n) => pipeline.addEndpoint(`${receiver.url}/${n}`)),
  );
  await pipeline.addEvent(endpoints);
  const worker = pipeline.createWorker({ concurrency: 2, slowAfterMs: 60_000 });
  worker.start();
  await vi.waitFor(() => expect(held).toHaveLength(2), patiently);
  const claimed = async () => (await pipeline.deliveries()).filter(({ claimedUntil }) => claimedUntil).length;
  expect(await claimed()).toBe(6);
  const stopped = worker.stop();
  await vi.waitFor(async () => expect(await claimed()).toBe(2), patiently);
  expect(await pipeline.claim()).toHaveLength(4);
  for (const answer of held) answer();
  await stopped;
  expect(receiver.received).toHaveLength(2);
});
