import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createEmptyPostgresDatabase, testEngine } from '../support/database.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { openReceiver, type Received } from '../webhooks/receiver.ts';
import { findFreePort, killLeftovers, type Product, refusedStart, startProduct } from './product.ts';
import { readWritten, writeLeads } from './written-log.ts';

const secretKey = 'a passphrase that is long enough for it';
let dataDir: string;
let env: Record<string, string>;
let dropDatabase: () => Promise<void> = async () => undefined;
let product: Product;
let key: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tributary-failure-'));
  env = { DATA_DIR: dataDir };
  if (testEngine === 'embedded') return;
  const database = await createEmptyPostgresDatabase();
  dropDatabase = database.drop;
  env = { ...env, DATABASE_URL: database.url, SECRET_KEY: secretKey };
});
afterAll(async () => {
  killLeftovers();
  await dropDatabase();
  rmSync(dataDir, { recursive: true, force: true });
});

const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

async function register(graph: GraphClient, url: string): Promise<void> {
  await graph.ask(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } } }',
    { url },
  );
}

/** Which event ids each lead was told of under. */
const toldOf = (received: readonly Received[]) => {
  const told = new Map<string, Set<string>>();
  for (const { rawBody, headers } of received) {
    const { data } = JSON.parse(rawBody.toString()) as { data: { lead: { id: string } } };
    told.set(data.lead.id, (told.get(data.lead.id) ?? new Set()).add(String(headers['webhook-id'])));
  }
  return told;
};

/** Sends the head and the first half of a request; `finish` sends the rest and answers the status. */
async function beginRequest(url: string, path: string, body: string) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': body.length };
  const pending = request(url + path, { method: 'POST', headers });
  const answered = once(pending, 'response').then(([response]) => (response as IncomingMessage).statusCode);
  await new Promise((resolve) => pending.write(body.slice(0, 10), resolve));
  return {
    finish() {
      pending.end(body.slice(10));
      return answered;
    },
  };
}

async function openSocket(wsUrl: string): Promise<WebSocket> {
  const socket = new WebSocket(wsUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }));
  await once(socket, 'message');
  return socket;
}

// One product on one folder, in the order of its life: each step goes on with what the one before it left running.
describe('a product', { shuffle: false }, () => {
  it('keeps what it acknowledged over kill -9 among 500 of them, with its event and its delivery, once', async () => {
    await using receiver = await openReceiver();
    product = await startProduct(env);
    key = product.operatorKey ?? '';
    await register(createGraphClient(product.url, key), receiver.url);
    const writing = writeLeads(createGraphClient(product.url, key), 500);
    await writing.reached(randomInt(50, 250));
    expect(await product.stop('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    await writing.finished;
    expect(writing.acknowledged.length).toBeLessThan(500);

    product = await startProduct(env);
    const written = await readWritten(createGraphClient(product.url, key));
    expect(written.leadIds).toEqual(expect.arrayContaining(writing.acknowledged));
    expect(written.leadIds.length - writing.acknowledged.length).toBeLessThanOrEqual(10);
    expect(written.leadIdsOfEvents.toSorted()).toEqual(written.leadIds.toSorted());
    expect(written.eventIdsOfDeliveries.toSorted()).toEqual(written.eventIds.toSorted());
    expect([written.leadIds, written.eventIds, written.eventIdsOfDeliveries].map(unique)).toEqual([true, true, true]);

    const told = toldOf(receiver.received);
    expect(told.size).toBeGreaterThan(0);
    expect([...told.values()].filter(({ size }) => size !== 1)).toEqual([]);
    const ids = new Set([...told.values()].flatMap((of) => [...of]));
    expect([...ids].filter((id) => !written.eventIds.includes(id))).toEqual([]);
  });

  it('finishes at SIGTERM what is under way, closes sockets with 1001, loses nothing and ends with 0', async () => {
    const graph = createGraphClient(product.url, key);
    const before = await readWritten(graph);
    const writing = writeLeads(graph, 500);
    await writing.reached(20);
    const socket = await openSocket(product.wsUrl);
    const closed = once(socket, 'close');
    const begun = await beginRequest(
      product.url,
      '/graphql',
      JSON.stringify({ query: 'mutation { createLead(input: { name: "Last" }) { lead { id } } }' }),
    );
    await writing.reached(40);
    const beforeTheSignal = writing.acknowledged.length;
    const ended = product.stop('SIGTERM');
    const [code] = (await closed) as [number];
    expect(code).toBe(1001);
    expect(await begun.finish()).toBe(200);
    expect(await ended).toEqual({ code: 0, signal: null, stderr: '' });
    await writing.finished;
    // Clients that keep their connections are asked to leave, or they would never let it end.
    expect(writing.acknowledged.length - beforeTheSignal).toBeLessThan(40);

    product = await startProduct(env);
    const after = await readWritten(createGraphClient(product.url, key));
    expect(after.leadIds).toHaveLength(before.leadIds.length + writing.acknowledged.length + 1);
    expect(after.leadIds).toEqual(expect.arrayContaining(writing.acknowledged));
    expect(after.eventIdsOfDeliveries.toSorted()).toEqual(after.eventIds.toSorted());
  });

  it('lets no second process on its folder, and says which process has it', async () => {
    const folder = testEngine === 'embedded' ? dataDir : join(dataDir, 'embedded');
    const owner = testEngine === 'embedded' ? product : await startProduct({ DATA_DIR: folder });
    const { code, stderr } = await refusedStart({ DATA_DIR: folder });
    expect(code).toBe(1);
    expect(stderr).toContain(`The data folder ${folder} is in use by process ${owner.pid} on `);
    expect((await fetch(`${owner.url}/healthz`)).status).toBe(200);
    expect(await owner.stop('SIGINT')).toMatchObject({ code: 0 });
  });
});

describe('a start that cannot be', () => {
  it('names every variable that is wrong, and what was expected', async () => {
    const wrong = { PORT: 'eighty', SIGNUP: 'maybe', WEBHOOK_ALLOWED_RANGES: 'home', DATA_DIR: join(dataDir, 'none') };
    expect(await refusedStart(wrong)).toEqual({
      code: 1,
      signal: null,
      stderr: `Tributary cannot start with this environment:
  PORT is "eighty"; expected a whole number from 0 to 65535.
  SIGNUP is "maybe"; expected open or off.
  WEBHOOK_ALLOWED_RANGES is "home"; expected address ranges in CIDR notation separated by commas, such as 127.0.0.0/8,10.0.0.0/8.
`,
    });
  });

  it('for want of a database says where it looked', async () => {
    const port = await findFreePort();
    const { code, stderr } = await refusedStart({
      DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/none`,
      SECRET_KEY: secretKey,
    });
    expect(code).toBe(1);
    expect(stderr).toBe(
      `DATABASE_URL leads to database "none" on 127.0.0.1:${port} as user "nobody", but nothing listens there. Is PostgreSQL running, and is the port right?\n`,
    );
  });
});
