import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rotateSecretKey } from '../../src/commands/rotate-secret-key.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { openSecretBox } from '../../src/webhooks/open-secret-box.ts';
import { createFirstWorkspace } from '../../src/domain/workspaces/create-first-workspace.ts';
import { startTestApp } from '../support/app.ts';
import { createMigratedPostgresDatabase, testEngine } from '../support/database.ts';
import type { PostgresDatabase } from '../support/postgres-database.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createVisitor } from '../support/visitor.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import { quincerAccepts } from '../webhooks/vendor-verifiers.ts';
import { patiently } from '../support/patiently.ts';

const secret = 'the secret of this receiver';
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rotate-key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** The product as its start opens it, with the key that is there or given. */
async function open(databaseUrl: string | undefined, secretKey: string | null) {
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    const secretBox = await openSecretBox({ pool: database.pool, secretKey, dataDir, keyIsLost: false });
    return await startTestApp({ database, secretBox });
  } catch (error) {
    await database.close();
    throw error;
  }
}

const demoOf = async (url: string) => (await fetch(`${url}/demo`)).text();

/** Whether a page with this public key may chat. */
async function chats(url: string, key: string): Promise<boolean> {
  const { status } = await createVisitor(url, key).say('Is this thing on?');
  return status === 201;
}

type Receiver = Awaited<ReturnType<typeof openReceiver>>;

async function register(url: string, key: string, receiver: Receiver): Promise<void> {
  await createGraphClient(url, key).ask(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input: { url: receiver.url, format: 'QUINCER', secret } },
  );
}

async function expectVerifiedDelivery(url: string, key: string, receiver: Receiver): Promise<void> {
  const before = receiver.received.length;
  await createGraphClient(url, key).ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(before), patiently);
  expect(quincerAccepts(receiver.received[before]!, secret)).toBe(true);
}

describe.runIf(testEngine === 'embedded')('the key in the data folder', () => {
  const place = {
    get dataDir() {
      return dataDir;
    },
    databaseUrl: null,
    secretKey: null,
    newSecretKey: null,
  };

  it('is rotated while no server runs, and deliveries verify afterwards', async () => {
    await using receiver = await openReceiver();
    const first = await open(undefined, null);
    const { keys } = await first.workspace();
    await register(first.url, keys.graphql, receiver);
    await expect(rotateSecretKey(place)).rejects.toThrow('is in use by');
    await first.close();
    const file = join(dataDir, 'secret.key');
    const before = readFileSync(file, 'utf8');
    expect(await rotateSecretKey(place)).toBe(
      `Webhook endpoints and sync sources whose secrets are now sealed under the new key: 1. ${file} holds the new key. Back it up.`,
    );
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    const second = await open(undefined, null);
    await expectVerifiedDelivery(second.url, keys.graphql, receiver);
    await second.close();
    await expect(open(undefined, before.trim())).rejects.toThrow('is not the one');
  });

  it('is rotated without the demo page: it goes on under a key of its own, and so does the one that pages carry', async () => {
    const first = await open(undefined, null);
    const key = (await createFirstWorkspace(first.app.services))?.keys.widget ?? '';
    expect(await demoOf(first.url)).toContain(key);
    await first.close();
    await rotateSecretKey(place);
    await rotateSecretKey(place);
    const second = await open(undefined, null);
    const shown = /data-key="(cw_live_[^"]+)"/.exec(await demoOf(second.url))?.[1] ?? '';
    expect([shown === key, await chats(second.url, shown), await chats(second.url, key)]).toEqual([false, true, true]);
    await second.close();
  });

  it('is refused at start after a rotation that was cut off, which goes on where it was', async () => {
    await using receiver = await openReceiver();
    const first = await open(undefined, null);
    await register(first.url, (await first.workspace()).keys.graphql, receiver);
    await first.close();
    const next = join(dataDir, 'secret.key.next');
    writeFileSync(next, keyOf(9));
    await expect(open(undefined, null)).rejects.toThrow('npm run secret-key:rotate');
    await rotateSecretKey(place);
    expect([readFileSync(join(dataDir, 'secret.key'), 'utf8'), existsSync(next)]).toEqual([keyOf(9), false]);
    await (await open(undefined, null)).close();
  });
});

describe.runIf(testEngine === 'postgres')('SECRET_KEY on PostgreSQL', () => {
  let made: PostgresDatabase;
  beforeAll(async () => void (made = await createMigratedPostgresDatabase()));
  afterAll(async () => made.drop());

  it('is rotated while no server is connected, may be again, and deliveries verify afterwards', async () => {
    await using receiver = await openReceiver();
    const place = { dataDir, databaseUrl: made.url, secretKey: keyOf(8), newSecretKey: keyOf(9) };
    const first = await open(made.url, keyOf(8));
    const { keys } = await first.workspace();
    await register(first.url, keys.graphql, receiver);
    await expect(rotateSecretKey(place)).rejects.toThrow('A server is connected to this database.');
    await first.close();
    await expect(rotateSecretKey({ ...place, newSecretKey: null })).rejects.toThrow('NEW_SECRET_KEY');
    const said = (resealed: number) =>
      `Webhook endpoints and sync sources whose secrets are now sealed under the new key: ${resealed}. Start every server with SECRET_KEY set to the value of NEW_SECRET_KEY.`;
    expect([await rotateSecretKey(place), await rotateSecretKey(place)]).toEqual([said(1), said(0)]);
    const second = await open(made.url, keyOf(9));
    await expectVerifiedDelivery(second.url, keys.graphql, receiver);
    await second.close();
  });
});
