import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBus } from '../../src/events/bus.ts';
import { follow } from '../../src/events/follow.ts';
import { createTails } from '../../src/events/tails.ts';
import { around, ids, openTestLog, take } from '../events/test-log.ts';
import { openTestDatabase } from '../support/database.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { openNodes, untilHeard } from './open-nodes.ts';

const database = await openTestDatabase();
let redis: TestRedis;
beforeAll(async () => void (redis = await startRedis()));
afterAll(async () => {
  await redis.stop();
  await database.close();
});

const everything = (orgId: string) => ({ orgId, businessId: null, conversationId: null });
const log = pino({ level: 'silent' });

/** A node's tails, whose poll comes too late for any test. */
const tailsOf = (between: Parameters<typeof createBus>[0], pool = database.pool) =>
  createTails({ database: { pool }, bus: createBus(between), log, pollMs: 100_000 });

test('an event of one node wakes those who follow it on another', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  using written = await openTestLog(database);
  const [first, second] = installation.nodes;
  await untilHeard(first!, second!);
  const tails = tailsOf(second!.bus);
  const stream = await follow(tails, everything(written.orgId));
  const events = await written.appendQuietly([{}, {}]);
  createBus(first!.bus).hint(written.orgId, 2n);
  expect(ids(await take(stream, 2))).toEqual(events);
  tails.close();
});

test('a node that hears of what it has, or of what it told itself, reads nothing', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  using written = await openTestLog(database);
  const [first, second] = installation.nodes;
  await untilHeard(first!, second!);
  const own: bigint[] = [];
  first!.bus.onHint((_, position) => void own.push(position));
  let reads = 0;
  const pool = around(database.pool, (run, name) => {
    if (name === 'read-entries') reads += 1;
    return run();
  });
  const tails = createTails({ database: { pool }, bus: createBus(second!.bus), log, pollMs: 100_000 });
  const stream = await follow(tails, everything(written.orgId));
  await written.appendQuietly([{}]);
  first!.bus.hint(written.orgId, 1n);
  await take(stream, 1);
  expect(reads).toBe(1);
  first!.bus.hint(written.orgId, 1n);
  await untilHeard(first!, second!);
  expect([reads, own]).toEqual([1, []]);
  tails.close();
});

test('what anybody publishes moves no follower past an event', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  using written = await openTestLog(database);
  const [first, second] = installation.nodes;
  await untilHeard(first!, second!);
  const heard: [string, bigint][] = [];
  second!.bus.onHint((orgId, position) => {
    if (orgId !== 'nobody') heard.push([orgId, position]);
  });
  const tails = tailsOf(second!.bus);
  const stream = await follow(tails, everything(written.orgId));
  const waiting = take(stream, 2);
  const stranger = new Redis(redis.url);
  const channels = (await stranger.pubsub('CHANNELS', 'tributary:*')) as string[];
  const lies = [
    '',
    'x',
    'x told',
    `x told ${written.orgId}`,
    `x told ${written.orgId} -1`,
    `x told ${written.orgId} 1e9`,
  ];
  lies.push(`x told ${written.orgId} ${'9'.repeat(40)}`, `x told ${'o'.repeat(300)} 1`, 'x beat 1');
  for (const channel of channels) for (const lie of lies) await stranger.publish(channel, lie);
  for (const channel of channels) await stranger.publish(channel, `x told ${written.orgId} 999999999`);
  await expect.poll(() => heard).toEqual([[written.orgId, 999_999_999n]]);
  const events = await written.appendQuietly([{}, {}]);
  first!.bus.hint(written.orgId, 2n);
  // A hint that lies tells nothing of where the log ends, so one that is true still wakes the tail.
  expect(ids(await waiting)).toEqual(events);
  stranger.disconnect();
  tails.close();
});
