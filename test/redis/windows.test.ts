import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSignupAllowance } from '../../src/domain/workspaces/signup-allowance.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { openNodes } from './open-nodes.ts';

let redis: TestRedis;
beforeAll(async () => void (redis = await startRedis()));
afterAll(() => redis.stop());

const hourMs = 3_600_000;

test('two nodes give out together exactly what a bucket holds', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  const [first, second] = installation.nodes.map(({ openWindows }) => openWindows('units', hourMs));
  const asked = await Promise.all(
    Array.from({ length: 400 }, (_, index) => (index % 2 ? first! : second!).take([{ name: 'key', limit: 100 }])),
  );
  expect(asked.filter(([{ taken }]) => taken)).toHaveLength(100);
});

test('a bucket is asked only where the one before it had a unit left', async () => {
  using installation = await openNodes([redis.url]);
  const windows = installation.nodes[0]!.openWindows('units', hourMs);
  const buckets = [
    { name: 'key', limit: 1 },
    { name: 'organisation', limit: 5 },
  ] as const;
  const told = await Promise.all([windows.take(buckets), windows.take(buckets), windows.take([buckets[1]])]);
  expect(told.map((each) => each.map(({ taken, left }) => [taken, left]))).toEqual([
    [
      [true, 0],
      [true, 4],
    ],
    [[false, 0]],
    [[true, 3]],
  ]);
});

test('a window begins with its first unit and ends for all nodes at once', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  const [first, second] = installation.nodes.map(({ openWindows }) => openWindows('units', 1500));
  const bucket = [{ name: 'key', limit: 1 }] as const;
  expect((await first!.take(bucket))[0].taken).toBe(true);
  const [refused] = await second!.take(bucket);
  expect(refused).toMatchObject({ taken: false, left: 0 });
  expect(refused.leftMs).toBeLessThanOrEqual(1500);
  await expect.poll(async () => (await second!.take(bucket))[0].taken).toBe(true);
});

test('what one node gives back another one may take', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  const [first, second] = installation.nodes.map(({ openWindows }) => openWindows('units', hourMs));
  const bucket = [{ name: 'key', limit: 1 }] as const;
  await first!.take(bucket);
  expect((await second!.take(bucket))[0].taken).toBe(false);
  first!.giveBack('key');
  await expect.poll(async () => (await second!.take(bucket))[0].taken).toBe(true);
});

test('windows of another name, and another installation, count for themselves', async () => {
  using one = await openNodes([redis.url]);
  using other = await openNodes([redis.url]);
  const bucket = [{ name: 'key', limit: 1 }] as const;
  const takes = [
    one.nodes[0]!.openWindows('units', hourMs),
    one.nodes[0]!.openWindows('signups', hourMs),
    other.nodes[0]!.openWindows('units', hourMs),
  ].map((windows) => windows.take(bucket));
  expect((await Promise.all(takes)).map(([{ taken }]) => taken)).toEqual([true, true, true]);
});

test('who signs up has its share of all nodes together', async () => {
  using installation = await openNodes([redis.url, redis.url]);
  const [first, second] = installation.nodes.map(({ openWindows }) => createSignupAllowance(2, openWindows));
  await first!({ address: '203.0.113.7', email: 'ada@example.com' });
  await second!({ address: '203.0.113.7', email: 'bob@example.com' });
  await expect(first!({ address: '203.0.113.7', email: 'cy@example.com' })).rejects.toMatchObject({ code: 'LIMITED' });
});

test('neither addresses nor ids stand in the server’s memory, and every key ends by itself', async () => {
  using installation = await openNodes([redis.url]);
  const { openWindows } = installation.nodes[0]!;
  const client = new Redis(redis.url);
  try {
    const before = new Set(await client.keys('tributary:*'));
    await createSignupAllowance(5, openWindows)({ address: '203.0.113.9', email: 'ada@example.com' });
    await openWindows('units', hourMs).take([{ name: 'read:QUINCER:org_1:key_1', limit: 9 }]);
    const keys = (await client.keys('tributary:*')).filter((key) => !before.has(key) && !key.endsWith(':look'));
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(/^tributary:[\w-]{22}:[\w-]{22}$/);
    for (const key of keys) expect(await client.pttl(key)).toBeGreaterThan(0);
  } finally {
    client.disconnect();
  }
});
