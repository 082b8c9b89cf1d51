import type pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { pino } from 'pino';
import { originCursor } from '../../src/events/cursor.ts';
import { follow } from '../../src/events/follow.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { createTails, type TailsOptions } from '../../src/events/tails.ts';
import { appendTo, around, ids, openTestLog, take } from './test-log.ts';
import { openTestDatabase } from '../support/database.ts';

const database = await openTestDatabase();
afterAll(() => database.close());
const openLog = (options: Partial<TailsOptions> = {}) => openTestLog(database, options);

const silent = pino({ level: 'silent' });
const everything = (orgId: string) => ({ orgId, businessId: null, conversationId: null });

test('a lost hint costs one poll and no event', async () => {
  using log = await openLog();
  const stream = await follow(log.tails, everything(log.orgId));
  const written = await log.appendQuietly([{}, {}]);
  expect(ids(await take(stream, 2))).toEqual(written);
});

test('once a poll found what no hint told, the next forty come four times as often', async () => {
  using log = await openLog({ pollMs: 44 });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const waits = () => timers.mock.calls.map(([, ms]) => ms).filter((ms) => ms === 44 || ms === 11);
  const stream = await follow(log.tails, everything(log.orgId));
  const written = await log.appendQuietly([{}]);
  expect(ids(await take(stream, 1))).toEqual(written);
  await expect.poll(() => waits().join(' ')).toMatch(/^(44 )+(11 ){40}44( 44)*$/);
  timers.mockRestore();
});

test('what a poll found and nobody can read is looked for no more often for long', async () => {
  using log = await openLog({ pollMs: 100_000 });
  const pool = around(log.database.pool, (run, name) => {
    if (name === 'read-entries') throw new Error('Cut off.');
    return run();
  });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const waits = () => timers.mock.calls.map(([, ms]) => ms).filter((ms) => ms === 44 || ms === 11);
  const tails = createTails({ database: { pool }, bus: log.bus, log: silent, pollMs: 44 });
  await follow(tails, everything(log.orgId));
  await log.appendQuietly([{}]);
  await expect.poll(() => waits().join(' ')).toMatch(/^(44 )+(11 ){40}44/);
  timers.mockRestore();
  tails.close();
});

test('one hinted read serves all followers of an organisation', async () => {
  using log = await openLog({ pollMs: 100_000 });
  let statements = 0;
  const pool = around(log.database.pool, (run) => {
    statements += 1;
    return run();
  });
  const tails = createTails({ database: { pool }, bus: log.bus, log: silent, pollMs: 100_000 });
  const streams = await Promise.all(Array.from({ length: 1000 }, () => follow(tails, everything(log.orgId))));
  const waiting = streams.map((stream) => take(stream, 3));
  statements = 0;
  const written = await log.append({}, {}, {});
  for (const events of await Promise.all(waiting)) expect(ids(events)).toEqual(written);
  expect(statements).toBe(1);
  tails.close();
});

test('followers that resume at one place share one read', async () => {
  using log = await openLog();
  const [first = '', ...missed] = await log.append({}, {}, {});
  const streams = await Promise.all(
    Array.from({ length: 50 }, () => follow(log.tails, everything(log.orgId), { after: first })),
  );
  const [one, ...others] = await Promise.all(streams.map((stream) => take(stream, 2)));
  expect(ids(one ?? [])).toEqual(missed);
  for (const other of others) expect(other[0]).toBe(one?.[0]);
});

test('a database that fails is told of once, and followers go on where they were when it answers again', async () => {
  using log = await openLog();
  let broken = false;
  const failures: unknown[] = [];
  let refused = 0;
  let running = 0;
  const pool = around(log.database.pool, async (run) => {
    if (broken) {
      refused += 1;
      throw new Error('Connection refused.');
    }
    running += 1;
    try {
      return await run();
    } finally {
      running -= 1;
    }
  });
  // A read that began before the failure and ends after it would be a recovery, and what follows a further failure.
  const fail = async (): Promise<void> => {
    const stopped = (): boolean => (broken = running === 0);
    await expect.poll(stopped).toBe(true);
  };
  const logger = Object.assign(pino({ level: 'silent' }), {
    error: (failure: { task: string }) => failure.task === 'read the event log' && failures.push(failure),
  });
  const tails = createTails({ database: { pool }, bus: log.bus, log: logger, pollMs: 5 });
  const [first = '', second = ''] = await log.append({}, {});
  const live = await follow(tails, everything(log.orgId));
  const resumed = await follow(tails, everything(log.orgId), { after: first });

  await fail();
  const next = take(resumed, 1);
  await expect.poll(() => refused).toBeGreaterThan(3);
  expect(failures).toHaveLength(1);
  broken = false;
  expect(ids(await next)).toEqual([second]);

  await fail();
  refused = 0;
  const written = await log.append({}, {});
  const seen = [take(live, 2), take(resumed, 2)];
  await expect.poll(() => refused).toBeGreaterThan(3);
  expect(failures).toHaveLength(2);
  broken = false;
  for (const events of await Promise.all(seen)) expect(ids(events)).toEqual(written);
  tails.close();
});

test.each(['read-heads', 'read-entries'])('that %s alone fails is told of too', async (broken) => {
  using log = await openLog();
  const failures: unknown[] = [];
  const pool = around(log.database.pool, (run, name) => {
    if (name === broken) throw new Error('Cut off.');
    return run();
  });
  const logger = Object.assign(pino({ level: 'silent' }), { error: (failure: unknown) => failures.push(failure) });
  const tails = createTails({ database: { pool }, bus: log.bus, log: logger, pollMs: 5 });
  await follow(tails, everything(log.orgId));
  await log.append({});
  const told = expect.objectContaining({ err: expect.objectContaining({ message: 'Cut off.' }) });
  await expect.poll(() => failures).toContainEqual(told);
  tails.close();
});

test('that the events of a conversation cannot be read is told, and not told again at each new attempt', async () => {
  using log = await openLog();
  const failures: unknown[] = [];
  let attempts = 0;
  const pool = around(log.database.pool, (run, name) => {
    if (name !== 'read-conversation') return run();
    attempts += 1;
    throw new Error('Out of memory.');
  });
  const logger = Object.assign(pino({ level: 'silent' }), { error: (failure: unknown) => failures.push(failure) });
  const tails = createTails({ database: { pool }, bus: log.bus, log: logger, pollMs: 5 });
  await log.append(...Array.from({ length: 100 }, () => ({})));
  const scope = { orgId: log.orgId, businessId: null, conversationId: 'cv_1' };
  const stream = await follow(tails, scope, { after: originCursor });
  const next = stream.next();
  await expect.poll(() => attempts).toBeGreaterThan(5);
  const told = { task: 'read events', err: expect.objectContaining({ message: 'Out of memory.' }) };
  expect(failures).toEqual([expect.objectContaining(told)]);
  await stream.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
  tails.close();
});

test('a write that commits while a follower looks for its place is not left to the poll', async () => {
  using log = await openLog();
  let written: string[] = [];
  let statements = 0;
  const pool = around(log.database.pool, async (run) => {
    const answer = await run();
    statements += 1;
    if (statements === 1) written = await log.append({});
    return answer;
  });
  const tails = createTails({ database: { pool }, bus: log.bus, log: silent, pollMs: 100_000 });
  const stream = await follow(tails, everything(log.orgId));
  expect(ids(await take(stream, 1))).toEqual(written);
  tails.close();
});

test('events that were pruned before this node read them end the followers that missed them', async () => {
  using log = await openLog();
  const stream = await follow(log.tails, everything(log.orgId));
  await log.database.pool.query('update organisations set position = position + 3 where id = $1', [log.orgId]);
  await expect(stream.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
});

/** One write begins and changes something, another overtakes it and commits, then the first one commits. */
async function overtake(pool: pg.Pool, orgId: string, hint: () => void): Promise<string[]> {
  const slow = await pool.connect();
  await slow.query('begin');
  await slow.query('select txid_current()');
  const quick = await pool.connect();
  await quick.query('begin');
  const [quickId = ''] = await appendTo(quick, orgId, [{}]);
  const appending = appendTo(slow, orgId, [{}]);
  hint();
  await quick.query('commit');
  quick.release();
  const [slowId = ''] = await appending;
  hint();
  await slow.query('commit');
  slow.release();
  return [quickId, slowId];
}

test('writes that overlap are seen once each, in the order in which they committed', async () => {
  using log = await openLog();
  const { pool } = log.database;
  const stream = await follow(log.tails, everything(log.orgId));
  // The embedded database has one connection, so there writes can only follow one another.
  const alone = pool.options.max === 1;
  const written = alone
    ? [...(await log.append({})), ...(await log.append({}))]
    : await overtake(pool, log.orgId, () => log.bus.hint(log.orgId, 1n));
  const seen = await take(stream, 2);
  expect(ids(seen)).toEqual(written);
  expect(seen.map(({ position }) => position)).toEqual([1n, 2n]);
});

test('a follower that is cut off and resumed anywhere, while 200 events are written, sees each once and in order', async () => {
  using log = await openLog();
  const seen: LogEvent[] = [];
  const written: string[] = [];

  async function write(): Promise<void> {
    while (written.length < 200) {
      const count = Math.min(1 + (written.length % 7), 200 - written.length);
      const batch = Array.from({ length: count }, () => ({}));
      written.push(...(written.length % 3 === 0 ? await log.appendQuietly(batch) : await log.append(...batch)));
    }
  }

  async function read(): Promise<void> {
    while (seen.length < 200) {
      const stream = await follow(log.tails, everything(log.orgId), { after: seen.at(-1)?.id ?? originCursor });
      const cutAfter = 1 + Math.floor(Math.random() * 12);
      seen.push(...(await take(stream, Math.min(cutAfter, 200 - seen.length))));
      await stream.return?.();
    }
  }

  await Promise.all([write(), read()]);
  expect(ids(seen)).toEqual(written);
  expect(log.tails.watched).toBe(0);
});
