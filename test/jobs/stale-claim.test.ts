import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { claimJobs } from '../../src/jobs/queue/claim.ts';
import { type Outcome, settleJob } from '../../src/jobs/queue/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { openQueue } from './queue-of.ts';

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const outcomes: Outcome[] = [
  { state: 'SUCCEEDED', result: { by: 'the first' } },
  { state: 'DEAD', error: 'It broke.' },
  { state: 'WAITING', error: 'It broke.', result: null, afterMs: 0 },
  { state: 'RELEASED' },
];

it.each(outcomes)('whose job was taken over meanwhile changes nothing of it: $state', async (outcome) => {
  const queue = await openQueue(database);
  const kind = randomUUID();
  await queue.enqueue(kind, { key: 'one' });
  const room = { [kind]: { places: 1, perOrganisation: 1 } };
  const claim = async () => (await claimJobs(database, { now: null, room, leaseMs: 60_000, claim: randomUUID() }))[0];
  const first = await claim();
  await database.pool.query(`update jobs set run_at = now() - interval '1 s' where kind = $1`, [kind]);
  const second = await claim();
  if (!first || !second) throw new Error('The job was not claimed twice.');
  const [held] = await queue.rows();

  expect(await settleJob(database, null, first, outcome)).toBe(false);
  expect(await queue.rows()).toEqual([held]);
  expect(held).toMatchObject({ state: 'RUNNING', attempts: 2, claim: second.claim });
  expect(await settleJob(database, null, second, outcome)).toBe(true);
});
