import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { retryAfterMs } from '../../src/webhooks/post/retry-after.ts';
import { retryNow } from '../../src/webhooks/retry-now.ts';
import { type FailedEndpoint, recordOutcomes } from '../../src/webhooks/record-outcomes.ts';
import { openTestDatabase } from '../support/database.ts';
import { openPipeline, startedAt, type Pipeline } from './pipeline.ts';
import { type Answer, answerWith, openReceiver } from './receiver.ts';
import { patiently, timed } from '../support/patiently.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const attempts = async (pipeline: Pipeline) =>
  (await pipeline.deliveries()).reduce((sum, { attemptCount }) => sum + attemptCount, 0);
const attempted = (pipeline: Pipeline, count: number) =>
  vi.waitFor(async () => expect(await attempts(pipeline)).toBe(count), patiently);
const secondsAfterStart = (date: Date | null | undefined) => date && (date.getTime() - startedAt.getTime()) / 1000;

const busyFor =
  (seconds: string): Answer =>
  (response) =>
    response.writeHead(503, { 'Retry-After': seconds }).end();

test.each<[string, Answer]>([
  ['fails', answerWith(500)],
  ['hangs', () => {}],
  ['breaks off', (response) => response.destroy()],
])('one endpoint among 50 that %s delays no other', async (_, answer) => {
  await using pipeline = await openPipeline(database);
  await using dead = await openReceiver(answer);
  await using receiver = await openReceiver();
  const deadId = await pipeline.addEndpoint(dead.url);
  const others = await Promise.all(
    Array.from({ length: 49 }, (__, n) => pipeline.addEndpoint(`${receiver.url}/${n}`, { format: 'STANDARD' })),
  );
  for (let index = 0; index < 12; index += 1) await pipeline.addEvent([deadId, ...others]);
  const worker = pipeline.createWorker();
  worker.start();
  // An attempt that hangs ends after 10 s: by then everybody else has everything.
  await vi.waitFor(() => expect(receiver.received).toHaveLength(49 * 12), patiently);
  expect(dead.received.length).toBeLessThan(12);
  dead.hangUp();
  await worker.stop();
});

test('more hanging endpoints than there are places delay nobody else', async () => {
  await using pipeline = await openPipeline(database);
  await using hanging = await openReceiver(() => {});
  await using receiver = await openReceiver();
  const dead = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      pipeline.addEndpoint(hanging.url, { format: index % 2 ? 'AI93' : 'QUINCER' }),
    ),
  );
  const alive = await pipeline.addEndpoint(receiver.url);
  for (let index = 0; index < 5; index += 1) await pipeline.addEvent([...dead, alive]);
  const worker = pipeline.createWorker({ concurrency: 8, slowAfterMs: 20, pollMs: 20 });
  worker.start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(5), patiently);
  expect(await attempts(pipeline)).toBeLessThanOrEqual(5);
  hanging.behaviour.answer = answerWith(200);
  hanging.hangUp();
  await worker.stop();
});

test('an endpoint that fails again and again pauses, is tried with one delivery, and goes on when that succeeds', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(answerWith(500));
  await using worker = pipeline.createWorker({ pollMs: 5 });
  const id = await pipeline.addEndpoint(receiver.url);
  for (let index = 0; index < 5; index += 1) await pipeline.addEvent([id]);
  worker.start();
  await attempted(pipeline, 5);
  expect(await pipeline.health()).toMatchObject([
    { endpointId: id, failures: 5, failingSince: startedAt, pausedUntil: new Date(startedAt.getTime() + 30_000) },
  ]);
  for (let index = 0; index < 3; index += 1) await pipeline.addEvent([id]);
  expect(await pipeline.claim()).toEqual([]);
  pipeline.advance(30);
  worker.wake();
  await attempted(pipeline, 6);
  expect(secondsAfterStart((await pipeline.health())[0]?.pausedUntil)).toBe(90);
  receiver.behaviour.answer = answerWith(200);
  pipeline.advance(60);
  worker.wake();
  await vi.waitFor(async () => {
    expect((await pipeline.deliveries()).map(({ state }) => state)).toEqual(Array(8).fill('SUCCEEDED'));
  }, patiently);
  expect(await pipeline.health()).toEqual([]);
});

test('neither the breaker nor Retry-After moves or skips an AI93 fire', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(busyFor('3600'));
  await using worker = pipeline.createWorker({ pollMs: 5 });
  const id = await pipeline.addEndpoint(receiver.url, { format: 'AI93' });
  for (let index = 0; index < 6; index += 1) await pipeline.addEvent([id]);
  worker.start();
  await attempted(pipeline, 6);
  const due = (await pipeline.deliveries()).map(({ nextAttemptAt }) => secondsAfterStart(nextAttemptAt));
  expect(due).toEqual(Array(6).fill(60));
  expect(await pipeline.health()).toMatchObject([{ failures: 6, pausedUntil: null }]);
  pipeline.advance(60);
  worker.wake();
  await attempted(pipeline, 12);
});

test.each([
  ['QUINCER', '600'],
  ['STANDARD', '600'],
  ['STANDARD', 'Mon, 04 May 2026 14:10:00 GMT'],
] as const)(
  '%s: Retry-After %s moves the retry and holds back what else goes there, until somebody retries by hand',
  async (format, header) => {
    await using pipeline = await openPipeline(database);
    await using receiver = await openReceiver(busyFor(header));
    await using worker = pipeline.createWorker({ pollMs: 5 });
    const id = await pipeline.addEndpoint(receiver.url, { format });
    await pipeline.addEvent([id]);
    worker.start();
    await attempted(pipeline, 1);
    const [delivery] = await pipeline.deliveries();
    expect(secondsAfterStart(delivery?.nextAttemptAt)).toBe(600);
    await pipeline.addEvent([id]);
    pipeline.advance(599);
    expect(await pipeline.claim()).toEqual([]);
    receiver.behaviour.answer = answerWith(200);
    await retryNow(database, pipeline.orgId, delivery?.id ?? '');
    worker.wake();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(3), patiently);
  },
);

test.each([
  ['120', 120_000],
  ['0', 0],
  ['999999', 3_600_000],
  ['1000000000000', 3_600_000],
  ['9'.repeat(400), 3_600_000],
  ['Mon, 04 May 2026 14:01:30 GMT', 90_000],
  ['Mon, 04 May 2026 13:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  ['1.5', null],
  [null, null],
])('Retry-After %s is %s ms', (header, ms) => {
  expect(retryAfterMs(header, startedAt)).toBe(ms);
});

test('an endpoint whose every attempt failed for three days is given up, a younger failure is not', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(answerWith(500));
  const givenUp: FailedEndpoint[] = [];
  await using worker = pipeline.createWorker({ pollMs: 5, onGivenUp: (endpoint) => givenUp.push(endpoint) });
  const id = await pipeline.addEndpoint(receiver.url, { format: 'AI93' });
  worker.start();
  for (let index = 0; index < 10; index += 1) await pipeline.addEvent([id]);
  await attempted(pipeline, 10);
  expect(givenUp).toEqual([]);
  pipeline.advance(3 * 24 * 60 * 60);
  worker.wake();
  await attempted(pipeline, 20);
  await vi.waitFor(() => expect(givenUp.length).toBeGreaterThan(0), patiently);
  expect(givenUp[0]).toMatchObject({ orgId: pipeline.orgId, endpointId: id, failingSince: startedAt });
});

test('a retry by hand fires at once, ahead of 50 that are due and though the endpoint pauses, and ends no pause', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(answerWith(500));
  await using worker = pipeline.createWorker({ pollMs: 5 });
  const id = await pipeline.addEndpoint(receiver.url, { format: 'STANDARD' });
  for (let index = 0; index < 5; index += 1) await pipeline.addEvent([id]);
  worker.start();
  await attempted(pipeline, 5);
  for (let index = 0; index < 50; index += 1) await pipeline.addEvent([id]);
  const [retried] = (await pipeline.deliveries()).slice(-1);
  for (const count of [6, 7]) {
    await retryNow(database, pipeline.orgId, retried?.id ?? '');
    worker.wake();
    await attempted(pipeline, count);
  }
  expect((await pipeline.deliveries()).at(-1)).toMatchObject({ id: retried?.id, attemptCount: 2, state: 'PENDING' });
  expect(secondsAfterStart((await pipeline.health())[0]?.pausedUntil)).toBeGreaterThan(0);

  receiver.behaviour.answer = answerWith(200);
  await retryNow(database, pipeline.orgId, retried?.id ?? '');
  worker.wake();
  await vi.waitFor(async () => expect((await pipeline.deliveries()).at(-1)?.state).toBe('SUCCEEDED'), patiently);
});

test('retries by hand wait for no post that hangs, and each that is asked for is made', async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(() => {});
  const worker = pipeline.createWorker({ pollMs: 5 });
  const id = await pipeline.addEndpoint(receiver.url);
  for (let index = 0; index < 20; index += 1) await pipeline.addEvent([id]);
  worker.start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(4), patiently);
  const [last] = (await pipeline.deliveries()).slice(-1);
  const retry = async () => {
    await retryNow(database, pipeline.orgId, last?.id ?? '');
    worker.wake();
  };
  await retry();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(5), patiently);
  // The first is under way: this one is made after it.
  await retry();
  receiver.behaviour.answer = answerWith(200);
  receiver.hangUp();
  await vi.waitFor(async () => expect((await pipeline.deliveries()).at(-1)?.attemptCount).toBe(2), patiently);
  await worker.stop();
});

test('every fire of a backlog to an AI93 endpoint that hangs is made within 2 s of its schedule', timed, async () => {
  await using pipeline = await openPipeline(database);
  await using receiver = await openReceiver(() => {});
  const worker = pipeline.createWorker({ pollMs: 20 });
  const id = await pipeline.addEndpoint(receiver.url, { format: 'AI93' });
  for (let index = 0; index < 100; index += 1) await pipeline.addEvent([id]);
  worker.start();
  for (const [index, wait] of [60, 240, 1500].entries()) {
    const dueAt = performance.now();
    worker.wake();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(100 * (index + 1)), patiently);
    expect(performance.now() - dueAt).toBeLessThan(2000);
    receiver.hangUp();
    await attempted(pipeline, 100 * (index + 1));
    pipeline.advance(wait);
  }
  receiver.behaviour.answer = answerWith(200);
  await worker.stop();
});

test('each failure after the fourth doubles the pause, up to five minutes; the tenth of three days gives up, the ninth does not', async () => {
  await using pipeline = await openPipeline(database);
  const endpointId = await pipeline.addEndpoint('https://hooks.example.com/');
  const { orgId } = pipeline;
  const fail = async (number: number) => {
    await pipeline.addEvent([endpointId]);
    await pipeline.clearPause();
    const [delivery] = await pipeline.claim(1);
    if (!delivery) throw new Error('Nothing was claimed.');
    const at = pipeline.clock.now();
    const attempt = { number: 1, at, durationMs: 5, status: 500, error: null, responseExcerpt: null, request: null };
    const givenUp = await recordOutcomes(database, [
      { delivery, state: 'DEAD', nextAttemptAt: null, deadReason: null, paced: true, holdUntil: null, attempt },
    ]);
    const [health] = await pipeline.health();
    const pausedUntil = health?.pausedUntil;
    return [number, pausedUntil ? (pausedUntil.getTime() - at.getTime()) / 1000 : 0, givenUp];
  };
  const days = 3 * 24 * 60 * 60;
  const after: unknown[] = [];
  for (let number = 1; number <= 10; number += 1) {
    if (number === 9) pipeline.advance(days);
    after.push(await fail(number));
  }
  const pauses = [0, 0, 0, 0, 30, 60, 120, 240, 300, 300];
  const givenUp = [{ orgId, endpointId, failingSince: startedAt, failures: 10 }];
  expect(after).toEqual(pauses.map((seconds, index) => [index + 1, seconds, index === 9 ? givenUp : []]));
});
