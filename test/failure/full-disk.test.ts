import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../src/db/open/database.ts';
import { createDiskSpace } from '../../src/db/embedded/disk-space.ts';
import { limits } from '../../src/limits.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const megabyte = 2 ** 20;

describe('a disk that fills up', () => {
  afterEach(() => vi.useRealTimers());

  it('is too full below the floor, and no longer once there is room; each is told once', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const told: string[] = [];
    const log = {
      ...silentLog,
      error: (_: object, message: string) => told.push(message),
      info: (_: object, message: string) => told.push(message),
    };
    let free = limits.freeDiskBytes;
    const space = createDiskSpace('/data', { log, readFree: () => free });
    const seen = [limits.freeDiskBytes, limits.freeDiskBytes - 1, 5 * megabyte, limits.freeDiskBytes].map((left) => {
      free = left;
      vi.advanceTimersByTime(250);
      return space.isShort();
    });
    expect(seen).toEqual([false, true, true, false]);
    expect(told).toEqual([
      'The disk is almost full: writes are refused until there is room.',
      'The disk has room again: writes are taken.',
    ]);
  });
});

describe('the product on a disk that is almost full', () => {
  let app: TestApp;
  let free = Infinity;
  beforeAll(async () => {
    const database = await openTestDatabase();
    const space = createDiskSpace('/data', { log: silentLog, readFree: () => free });
    app = await startTestApp({ database: { ...database, assertRoom: space.assertEnough } });
  });
  afterAll(() => app.close());

  it('refuses writes with 503 and Retry-After, and reads on', async () => {
    const acme = await app.workspace();
    free = 0;
    const headers = { authorization: `Bearer ${acme.keys.ai93}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ source: 'manual', targetType: 'person', displayName: 'Ada' });
    const post = () => fetch(`${app.url}/api/v1/leads`, { method: 'POST', headers, body });
    await expect.poll(async () => (await post()).status).toBe(503);
    expect((await post()).headers.get('retry-after')).toBe('30');
    expect(await acme.graph.refusal('mutation { createLead(input: {firstName: "Ada"}) { lead { id } } }')).toBe(
      'UNAVAILABLE',
    );
    expect((await fetch(`${app.url}/api/v1/leads`, { headers })).status).toBe(200);
    free = Infinity;
    await expect.poll(async () => (await post()).status).toBe(201);
  });
});
