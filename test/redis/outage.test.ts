import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { startStallingProxy, type StallingProxy } from '../support/stalling-proxy.ts';
import { timed } from '../support/patiently.ts';
import { openNodes, untilHeard } from './open-nodes.ts';
import { limits } from '../../src/limits.ts';
import { createPulses } from '../../src/pulses.ts';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { redisAt } from '../../src/redis/connect-redis.ts';

let redis: TestRedis;
let proxy: StallingProxy;
beforeAll(async () => void (redis = await startRedis()));
afterAll(() => redis.stop());
beforeEach(async () => void (proxy = await startStallingProxy(redis)));
afterEach(() => proxy.close());

const hourMs = 3_600_000;
const bucket = [{ name: 'key', limit: 5 }] as const;

function breakOff(): void {
  proxy.swallowNew();
  proxy.cut();
}

test.each([
  ['is gone', breakOff],
  ['says nothing any more', () => proxy.swallow()],
])('a node whose server %s goes on from what all had counted, and tells of it once', async (_, fail) => {
  using installation = await openNodes([redis.url, `redis://127.0.0.1:${proxy.port}`], 1000);
  const [first, second] = installation.nodes;
  const [far, near] = installation.nodes.map(({ openWindows }) => openWindows('units', hourMs));
  for (const windows of [far, far, far, near]) await windows!.take(bucket);
  fail();
  const told = [];
  for (let n = 0; n < 3; n += 1) told.push((await near!.take(bucket))[0].taken);
  expect(told).toEqual([true, false, false]);
  await expect.poll(() => installation.told.map(({ level }) => level)).toEqual(['error']);
  expect(second!.isUp).toBe(false);
  proxy.heal();
  await expect.poll(() => installation.told.map(({ level }) => level)).toEqual(['error', 'info']);
  // What was counted alone is forgotten, and what all have is counted on.
  expect((await near!.take(bucket))[0]).toMatchObject({ taken: true, left: 0 });
  expect((await far!.take(bucket))[0].taken).toBe(false);
  await untilHeard(first!, second!);
});

test('a silent server holds up those who ask at once for a moment, and nobody after them', timed, async () => {
  using installation = await openNodes([`redis://127.0.0.1:${proxy.port}`], limits.redisWaitMs);
  const windows = installation.nodes[0]!.openWindows('units', hourMs);
  await windows.take(bucket);
  proxy.swallow();
  const since = performance.now();
  await Promise.all(Array.from({ length: 2000 }, (_, index) => windows.take([{ name: `key ${index}`, limit: 5 }])));
  expect(performance.now() - since).toBeLessThan(500);
  const later = performance.now();
  await windows.take(bucket);
  expect(performance.now() - later).toBeLessThan(20);
});

test('nobody is told the password, whatever the server says to it', async () => {
  const refusing = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => void socket.write('-WRONGPASS invalid username-password pair or user is disabled.\r\n'));
  }).listen(0, '127.0.0.1');
  await once(refusing, 'listening');
  const { port } = refusing.address() as AddressInfo;
  const told: unknown[] = [];
  const log = {
    error: (...all: unknown[]) => void told.push(...all),
    info: (...all: unknown[]) => void told.push(...all),
  };
  const secretBox = createSecretBox(new Uint8Array(32));
  const node = redisAt(`redis://ada:s3cr3t-p4ss@127.0.0.1:${port}`)({ pulses: createPulses(log), secretBox });
  await expect.poll(() => told.length).toBeGreaterThan(0);
  const { err } = told[0] as { err: Error };
  expect(err.message).toContain('WRONGPASS');
  expect(JSON.stringify([told, Object.entries(err), err.stack, err.cause])).not.toContain('s3cr3t');
  expect((await node.openWindows('units', hourMs).take(bucket))[0].taken).toBe(true);
  node.close();
  refusing.close();
});
