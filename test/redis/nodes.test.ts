import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRateLimitPolicy } from '../../src/access/rate-limit.ts';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { redisAt } from '../../src/redis/connect-redis.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { patientMs } from './open-nodes.ts';
import { startStallingProxy, type StallingProxy } from '../support/stalling-proxy.ts';

const readiness = async ({ url }: TestApp) => {
  const response = await fetch(`${url}/readyz`);
  const { redis, background } = (await response.json()) as { redis: string; background: Record<string, string | null> };
  return [response.status, redis, 'reach Redis' in background];
};

describe('two nodes on one database and one Redis', () => {
  let redis: TestRedis;
  let proxy: StallingProxy;
  let one: TestApp;
  let other: TestApp;

  beforeAll(async () => {
    redis = await startRedis();
    proxy = await startStallingProxy(redis);
    const database = await openTestDatabase();
    const shared = {
      database,
      secretBox: createSecretBox(randomBytes(32)),
      rateLimitPolicy: defaultRateLimitPolicy,
      trustProxy: 1,
    };
    one = await startTestApp({ ...shared, connectRedis: redisAt(redis.url, patientMs) });
    other = await startTestApp({ ...shared, connectRedis: redisAt(`redis://127.0.0.1:${proxy.port}`, patientMs) });
  });
  afterAll(async () => {
    await other.app.close();
    await one.close();
    await proxy.close();
    await redis.stop();
  });

  const untilConnected = async () => {
    for (const node of [one, other]) await expect.poll(() => readiness(node)).toEqual([200, 'connected', true]);
  };

  it('count a key’s units together, and an address’s', async () => {
    await untilConnected();
    const { keys } = await one.workspace();
    const there = await fetch(`${one.url}/api/v1/leads`, { headers: { authorization: `Bearer ${keys.quincer}` } });
    const here = await fetch(`${other.url}/api/v1/leads`, { headers: { authorization: `Bearer ${keys.quincer}` } });
    expect([there, here].map(({ headers }) => headers.get('quincer-ratelimit-remaining'))).toEqual(['99', '98']);
    const say = async ({ url }: TestApp) => {
      const response = await fetch(`${url}/api/chat`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${keys.widget}`,
          'content-type': 'application/json',
          'x-forwarded-for': '203.0.113.20',
        },
        body: JSON.stringify({ message: 'Hello' }),
      });
      return response.headers.get('ratelimit');
    };
    expect([await say(one), await say(other)].map((told) => /r=(\d+)/.exec(told ?? '')?.[1])).toEqual(['59', '58']);
  });

  it('serve without it, say so, and count together again once it is back', async () => {
    await untilConnected();
    const { keys } = await one.workspace();
    const read = async ({ url }: TestApp) => {
      const { status, headers } = await fetch(`${url}/api/v1/leads`, {
        headers: { authorization: `Bearer ${keys.quincer}` },
      });
      return [status, headers.get('quincer-ratelimit-remaining')];
    };
    await read(one);
    expect(await read(other)).toEqual([200, '98']);
    proxy.swallowNew();
    proxy.cut();
    expect(await read(other)).toEqual([200, '97']);
    expect(await read(one)).toEqual([200, '97']);
    await expect.poll(() => readiness(other)).toEqual([200, 'unavailable', true]);
    proxy.heal();
    await expect.poll(() => readiness(other)).toEqual([200, 'connected', true]);
    expect(await read(other)).toEqual([200, '96']);
  });
});

it('a node without Redis says so', async () => {
  const app = await startTestApp();
  expect(await readiness(app)).toEqual([200, 'not set', false]);
  await app.close();
});
