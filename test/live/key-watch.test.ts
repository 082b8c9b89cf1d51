import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeyWatch } from '../../src/server/live/key-watch.ts';

const day = 24 * 60 * 60 * 1000;
const silent = pino({ level: 'silent' });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A watch over keys of which none is revoked, counting how often it asks. */
function watchKeys(pollMs = 500) {
  const asked: unknown[] = [];
  const pool = { query: (query: unknown) => Promise.resolve({ rows: [], query: asked.push(query) }) };
  const watch = createKeyWatch({
    pool: pool as never,
    clock: { now: () => new Date() },
    log: silent,
    pollMs,
  });
  return { watch, asked };
}

const key = (apiKeyId: string, expiresAt: Date | null = null) => ({ orgId: 'org_1', apiKeyId, expiresAt, role: null });
const inDays = (days: number) => new Date(Date.now() + days * day);

test('ends what is open to the millisecond when its key expires', async () => {
  const { watch } = watchKeys();
  const end = vi.fn<() => void>();
  watch.open(key('key_1', inDays(1 / 24)), end);
  await vi.advanceTimersByTimeAsync(day / 24 - 1);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(end).toHaveBeenCalledOnce();
  expect(watch.keys).toBe(0);
});

test('waits for an expiry further away than a timer can count', async () => {
  const { watch } = watchKeys(day);
  const end = vi.fn<() => void>();
  watch.open(key('key_1', inDays(60)), end);
  await vi.advanceTimersByTimeAsync(60 * day - 1);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(end).toHaveBeenCalledOnce();
});

test('ends at once what was let in while its key expired', async () => {
  const { watch } = watchKeys();
  const end = vi.fn<() => void>();
  watch.open(key('key_1', inDays(-1)), end);
  await vi.advanceTimersByTimeAsync(1);
  expect(end).toHaveBeenCalledOnce();
});

test('ends what is open with a key that expires by a jump of the clock', async () => {
  const { watch } = watchKeys();
  const end = vi.fn<() => void>();
  watch.open(key('key_1', inDays(1)), end);
  vi.setSystemTime(inDays(2));
  await vi.advanceTimersByTimeAsync(500);
  expect(end).toHaveBeenCalledOnce();
});

test('asks about all open keys in one statement, and only while there are any', async () => {
  const { watch, asked } = watchKeys();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toHaveLength(0);
  const leave = [
    watch.open(key('key_1'), () => {}),
    watch.open(key('key_1'), () => {}),
    watch.open(key('key_2'), () => {}),
  ];
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toMatchObject({
    values: [
      ['org_1', 'org_1'],
      ['key_1', 'key_2'],
      ['', ''],
    ],
  });
  for (const stopWatching of leave) stopWatching();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends everything that is open with a revoked key once, and none of another', () => {
  const { watch } = watchKeys();
  const [first, second, other] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
  watch.open(key('key_1'), first);
  watch.open(key('key_1'), second);
  watch.open(key('key_2'), other);
  watch.keyRevoked('key_1');
  watch.keyRevoked('key_1');
  expect([first, second, other].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
});
