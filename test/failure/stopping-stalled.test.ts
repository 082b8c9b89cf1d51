import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../src/limits.ts';
import { createEmptyPostgresDatabase, testEngine } from '../support/database.ts';
import type { PostgresDatabase } from '../support/postgres-database.ts';
import { startStallingProxy, type StallingProxy } from '../support/stalling-proxy.ts';
import { killLeftovers, type Product, startProduct } from './product.ts';

const subscribers = 100;
const slackMs = 5000;

describe.runIf(testEngine === 'postgres')('a process that is told to stop', () => {
  let dataDir: string;
  let made: PostgresDatabase;
  const opened: StallingProxy[] = [];
  const leaving = new AbortController();

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tributary-stalled-'));
    made = await createEmptyPostgresDatabase();
  });
  afterAll(async () => {
    leaving.abort();
    killLeftovers();
    await Promise.all(opened.map((proxy) => proxy.close()));
    await made.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function openProxy(host: string, port: number): Promise<StallingProxy> {
    const proxy = await startStallingProxy({ host, port });
    opened.push(proxy);
    return proxy;
  }

  /** Opens server-sent events through a proxy; each is open once its headers are there. */
  async function subscribe(product: Product, key: string): Promise<StallingProxy> {
    const proxy = await openProxy('127.0.0.1', Number(new URL(product.url).port));
    const open = () =>
      fetch(`http://127.0.0.1:${proxy.port}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query: 'subscription { leadEvents { id } }' }),
        signal: leaving.signal,
      });
    const streams = await Promise.all(Array.from({ length: subscribers }, open));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    return proxy;
  }

  async function timeStop(product: Product) {
    const since = performance.now();
    const { code } = await product.stop('SIGTERM');
    return { code, ms: performance.now() - since };
  }

  let key = '';

  it('ends by the end of the drain where a hundred subscribers vanished without a word', async () => {
    const product = await startProduct({ DATA_DIR: dataDir, DATABASE_URL: made.url });
    key = product.operatorKey ?? '';
    (await subscribe(product, key)).swallow();
    const { code, ms } = await timeStop(product);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(limits.drainMs + slackMs);
  });

  it('ends soon after the drain where the database says nothing any more', async () => {
    const url = new URL(made.url);
    const database = await openProxy(url.hostname, Number(url.port || 5432));
    url.host = `127.0.0.1:${database.port}`;
    const product = await startProduct({ DATA_DIR: dataDir, DATABASE_URL: url.href });
    (await subscribe(product, key)).swallow();
    database.swallow();
    database.swallowNew();
    const { ms } = await timeStop(product);
    expect(ms).toBeLessThan(limits.stopMs + slackMs);
  });
});
