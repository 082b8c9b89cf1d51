import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { JobFailure } from '../../src/jobs/queue/job-failure.ts';
import { forbidden } from '../../src/errors.ts';
import { patiently } from '../support/patiently.ts';
import { createTestClock } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { nodeOn, openQueue, work } from './queue-of.ts';

let database: Database;
let kind: string;

beforeAll(async () => void (database = await openTestDatabase()));
// Nobody takes the jobs of another test.
beforeEach(() => void (kind = crypto.randomUUID()));
afterAll(() => database.close());

const until = <Result>(condition: () => Result | Promise<Result>) => vi.waitFor(condition, patiently);
const never = () => new Promise<null>(() => {});

describe('a job that is enqueued in a write', () => {
  it('is done once the write is committed, once on many nodes, and keeps what came of it', async () => {
    const queue = await openQueue(database);
    const seen: string[] = [];
    const run = async ({ id, payload }: { id: string; payload: unknown }) => {
      seen.push(id);
      return { got: payload };
    };
    const nodes = [1, 2, 3].map(() => nodeOn(database)({ [kind]: work(run, { perOrganisation: 20 }) }));
    await queue.enqueueMany(kind, 20);
    for (const node of nodes) node.start();
    await until(async () => expect((await queue.rows()).every(({ state }) => state === 'SUCCEEDED')).toBe(true));
    await Promise.all(nodes.map((node) => node.stop()));
    expect(seen.toSorted()).toEqual((await queue.rows()).map(({ id }) => id));
    expect((await queue.rows())[0]).toMatchObject({ attempts: 1, claim: null, result: { got: {} }, lastError: null });
  });

  it('is not there where the write is undone', async () => {
    const queue = await openQueue(database);
    const undone = queue.writer.write(async (tx) => {
      tx.enqueue({ kind, key: '1', businessId: null, subjectId: null, payload: {}, maxAttempts: 1, runAt: null });
      throw forbidden('No.');
    });
    await expect(undone).rejects.toThrow('No.');
    expect(await queue.rows()).toEqual([]);
  });

  it('is the same one under the same key, of its kind and organisation', async () => {
    const [queue, other] = [await openQueue(database), await openQueue(database)];
    await Promise.all([1, 2, 3].map(() => queue.enqueue(kind, { key: 'a' })));
    await Promise.all([queue.enqueue(kind, { key: 'b' }), queue.enqueue(`${kind}-2`, { key: 'a' })]);
    await other.enqueue(kind, { key: 'a' });
    expect(new Set((await queue.rows()).map(({ key, kind: of }) => `${of} ${key}`))).toEqual(
      new Set([`${kind} a`, `${kind} b`, `${kind}-2 a`]),
    );
    expect(await queue.rows()).toHaveLength(3);
    expect(await other.rows()).toHaveLength(1);
  });

  it('waits for its time', async () => {
    const clock = createTestClock();
    const queue = await openQueue(database, clock);
    await queue.enqueue(kind, { runAt: new Date(clock.now().getTime() + 60_000) });
    const node = nodeOn(database, clock)({ [kind]: work(async () => null) });
    clock.advance(59_999);
    expect(await node.runDue()).toBe(0);
    clock.advance(1);
    expect(await node.runDue()).toBe(1);
  });
});

describe('a job that fails', () => {
  it('is begun again, each time later, and is dead after so many attempts, which its runner is told of first', async () => {
    const clock = createTestClock();
    const queue = await openQueue(database, clock);
    const told: string[] = [];
    const onGivenUp = async (_: unknown, error: string) => {
      told.push(`${error} ${(await queue.rows())[0]?.state}`);
    };
    const run = async () => {
      throw forbidden('Not today.');
    };
    const node = nodeOn(database, clock)({ [kind]: work(run, { onGivenUp }) });
    await queue.enqueue(kind);
    for (const afterMs of [5000, 30_000]) {
      expect(await node.runDue()).toBe(1);
      expect(await queue.rows()).toMatchObject([{ state: 'WAITING', lastError: 'Not today.' }]);
      clock.advance(afterMs - 1);
      expect(await node.runDue()).toBe(0);
      clock.advance(1);
    }
    expect(told).toEqual([]);
    expect(await node.runDue()).toBe(1);
    expect(told).toEqual(['Not today. RUNNING']);
    expect(await queue.rows()).toMatchObject([{ state: 'DEAD', attempts: 3, lastError: 'Not today.' }]);
    clock.advance(1e9);
    expect(await node.runDue()).toBe(0);
  });

  it('is tried again when its runner says so, or never', async () => {
    const clock = createTestClock();
    const queue = await openQueue(database, clock);
    const failures = [{ againAfterMs: 1000 }, { againAfterMs: null }];
    const run = async ({ attempt }: { attempt: number }) => {
      throw new JobFailure('Busy.', failures[attempt - 1] ?? { againAfterMs: 0 });
    };
    const node = nodeOn(database, clock)({ [kind]: work(run) });
    await queue.enqueue(kind);
    await node.runDue();
    clock.advance(1000);
    await node.runDue();
    expect(await queue.rows()).toMatchObject([{ state: 'DEAD', attempts: 2, lastError: 'Busy.' }]);
  });

  it('tells nobody what only the log is to know', async () => {
    const queue = await openQueue(database);
    const errors: object[] = [];
    const log = { info: () => {}, error: (details: object) => void errors.push(details) };
    const run = () => Promise.reject(new Error('password=secret'));
    await queue.enqueue(kind);
    await nodeOn(database)({ [kind]: work(run) }, { log }).runDue();
    expect((await queue.rows())[0]?.lastError).toBe('It broke off: see the log of the server.');
    expect(errors).toMatchObject([{ err: new Error('password=secret'), orgId: queue.orgId, kind }]);
  });

  it('is told again to who waits for it, where telling failed', async () => {
    const clock = createTestClock();
    const queue = await openQueue(database, clock);
    let tellings = 0;
    const onGivenUp = async () => {
      tellings += 1;
      if (tellings === 1) throw new Error('The database is gone.');
    };
    const run = async () => {
      throw forbidden('No.');
    };
    const node = nodeOn(database, clock)({ [kind]: work(run, { onGivenUp }) });
    await queue.enqueue(kind, { maxAttempts: 1 });
    await node.runDue();
    expect(await queue.rows()).toMatchObject([{ state: 'WAITING', lastError: 'No.' }]);
    clock.advance(1e6);
    await node.runDue();
    expect(await queue.rows()).toMatchObject([{ state: 'DEAD', lastError: 'No.' }]);
    expect(tellings).toBe(2);
  });
});

describe('a job that hangs', () => {
  it('fails at its deadline, its signal aborted', async () => {
    const queue = await openQueue(database);
    let signal: AbortSignal | undefined;
    const run = (job: { signal: AbortSignal }) => {
      ({ signal } = job);
      return never();
    };
    await queue.enqueue(kind);
    await nodeOn(database)({ [kind]: work(run, { deadlineMs: 50 }) }).runDue();
    expect(signal?.aborted).toBe(true);
    expect(await queue.rows()).toMatchObject([{ state: 'WAITING', lastError: 'It was not done within 0.05 s.' }]);
  });

  it('holds up none of another kind, nor of another organisation', async () => {
    const [queue, other] = [await openQueue(database), await openQueue(database)];
    const quick = `${kind} quick`;
    const hangs = ({ orgId, signal }: { orgId: string; signal: AbortSignal }) =>
      orgId === queue.orgId
        ? new Promise<null>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        : Promise.resolve(null);
    const node = nodeOn(database)(
      {
        [kind]: work(hangs, { perOrganisation: 2 }),
        [quick]: work(async () => null),
      },
      { stopMs: 0 },
    );
    await queue.enqueueMany(kind, 50);
    node.start();
    await until(async () => expect((await queue.rows()).filter(({ state }) => state === 'RUNNING')).toHaveLength(2));
    await queue.enqueue(quick);
    await other.enqueueMany(kind, 10);
    await until(async () => {
      expect((await queue.rows(quick))[0]?.state).toBe('SUCCEEDED');
      expect((await other.rows()).every(({ state }) => state === 'SUCCEEDED')).toBe(true);
    });
    expect((await queue.rows(kind)).filter(({ attempts }) => attempts > 0)).toHaveLength(2);
    await node.stop();
  });
});

describe('a node', () => {
  it('gives back at its stop what does not end in time, as if it had not been begun', async () => {
    const queue = await openQueue(database);
    const node = nodeOn(database)({ [kind]: work(never) }, { stopMs: 20 });
    await queue.enqueue(kind);
    node.start();
    await until(async () => expect((await queue.rows())[0]?.state).toBe('RUNNING'));
    await node.stop();
    expect(await queue.rows()).toMatchObject([{ state: 'WAITING', attempts: 0, claim: null }]);
    expect(await nodeOn(database)({ [kind]: work(async () => null) }).runDue()).toBe(1);
  });

  it('waits at its stop for what ends in time', async () => {
    const queue = await openQueue(database);
    const gate = Promise.withResolvers<null>();
    const node = nodeOn(database)({ [kind]: work(() => gate.promise) });
    await queue.enqueue(kind);
    node.start();
    await until(async () => expect((await queue.rows())[0]?.state).toBe('RUNNING'));
    const stopped = node.stop();
    gate.resolve(null);
    await stopped;
    expect(await queue.rows()).toMatchObject([{ state: 'SUCCEEDED' }]);
  });

  it('keeps a job that takes longer than the lease', async () => {
    const queue = await openQueue(database);
    const gate = Promise.withResolvers<null>();
    const seen: number[] = [];
    const run = ({ attempt }: { attempt: number }) => {
      seen.push(attempt);
      return gate.promise;
    };
    const nodes = [1, 2].map(() => nodeOn(database)({ [kind]: work(run) }, { leaseMs: 300 }));
    await queue.enqueue(kind);
    for (const node of nodes) node.start();
    const firstLease = async () => (await queue.rows())[0]?.runAt.getTime() ?? 0;
    await until(async () => expect(await firstLease()).toBeGreaterThan(0));
    const begun = await firstLease();
    await until(async () => expect(await firstLease()).toBeGreaterThan(begun + 900));
    gate.resolve(null);
    await Promise.all(nodes.map((node) => node.stop()));
    expect(seen).toEqual([1]);
    expect(await queue.rows()).toMatchObject([{ state: 'SUCCEEDED', attempts: 1 }]);
  });

  it('that says nothing for the time of the lease has its jobs taken, and what it still finishes is not written down', async () => {
    const clock = createTestClock();
    const queue = await openQueue(database, clock);
    const gate = Promise.withResolvers<{ by: string }>();
    await queue.enqueue(kind);
    const first = nodeOn(database, clock)({ [kind]: work(() => gate.promise) }).runDue();
    await until(async () => expect((await queue.rows())[0]?.state).toBe('RUNNING'));
    const second = nodeOn(database, clock)({ [kind]: work(async () => ({ by: 'second' })) });
    clock.advance(14_999);
    expect(await second.runDue()).toBe(0);
    clock.advance(1);
    expect(await second.runDue()).toBe(1);
    gate.resolve({ by: 'first' });
    await first;
    expect(await queue.rows()).toMatchObject([{ state: 'SUCCEEDED', attempts: 2, result: { by: 'second' } }]);
  });

  it('does not begin again what its nodes died of so many times', async () => {
    const clock = createTestClock();
    const queue = await openQueue(database, clock);
    const begun: number[] = [];
    const given: string[] = [];
    const run = ({ attempt }: { attempt: number }) => {
      begun.push(attempt);
      return never();
    };
    const onGivenUp = async (_: unknown, error: string) => void given.push(error);
    await queue.enqueue(kind, { maxAttempts: 2 });
    for (let n = 1; n <= 2; n += 1) {
      void nodeOn(database, clock)({ [kind]: work(run) }).runDue();
      await until(() => expect(begun).toHaveLength(n));
      clock.advance(15_000);
    }
    await nodeOn(database, clock)({ [kind]: work(run, { onGivenUp }) }).runDue();
    expect([begun, given]).toEqual([[1, 2], ['The node that ran it ended.']]);
    expect(await queue.rows()).toMatchObject([{ state: 'DEAD', lastError: 'The node that ran it ended.' }]);
  });

  it('lets go of a job that is another’s by now', async () => {
    const queue = await openQueue(database);
    let signal: AbortSignal | undefined;
    const run = (job: { signal: AbortSignal }) => {
      ({ signal } = job);
      return never();
    };
    const node = nodeOn(database)({ [kind]: work(run) }, { leaseMs: 300 });
    await queue.enqueue(kind);
    node.start();
    await until(() => expect(signal).toBeDefined());
    await database.prisma.job.updateMany({ where: { orgId: queue.orgId }, data: { claim: 'another' } });
    await until(() => expect(signal?.aborted).toBe(true));
    await node.stop();
    expect(await queue.rows()).toMatchObject([{ state: 'RUNNING', claim: 'another' }]);
  });
});
