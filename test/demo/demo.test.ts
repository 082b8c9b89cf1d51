import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { runDemo } from '../../src/commands/demo/run-demo.ts';
import { mintKey } from '../../src/commands/mint-key.ts';
import type { Database } from '../../src/db/open/database.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { secretContext } from '../../src/domain/webhooks/signing-secret.ts';
import { startTestApp } from '../support/app.ts';
import { createMigratedPostgresDatabase, testEngine } from '../support/database.ts';
import { seedEverything } from '../support/seed-everything.ts';
import { everyRowOf, rowCountsOf } from '../tenancy/rows.ts';
import { openReceiver } from '../webhooks/receiver.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
const made = testEngine === 'postgres' ? await createMigratedPostgresDatabase() : null;
const key = new Uint8Array(32).fill(7);
const box = createSecretBox(key);
const place = {
  dataDir,
  databaseUrl: made?.url ?? null,
  secretKey: Buffer.from(key).toString('base64'),
  secretKeyLost: false,
  publicUrl: null,
  port: 4000,
};
/** A Thursday, so that people have worked on the days before. */
const end = new Date('2026-06-11T20:30:00Z');
const run = (remove = false) => runDemo(place, { remove, days: 4, end, say: () => undefined });
const open = () => openDatabase({ dataDir, databaseUrl: made?.url });

async function within<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Another workspace with rows of every kind, and a delivery that is due. */
async function makeOurs(url: string): Promise<string> {
  const app = await startTestApp({ database: await open() });
  const { orgId } = await app.workspace('Ours');
  await seedEverything(app.database, orgId, 3);
  await app.close();
  await within(async ({ prisma }) => {
    for (const { id } of await prisma.webhookEndpoint.findMany({ where: { orgId } })) {
      const secret = new Uint8Array(box.seal('a secret', secretContext(orgId, id)));
      await prisma.webhookEndpoint.update({
        where: { orgId_id: { orgId, id } },
        data: { url, secret, disabledAt: null },
      });
    }
    await prisma.webhookDelivery.updateMany({
      where: { orgId },
      data: { state: 'PENDING', nextAttemptAt: new Date('2026-01-01T00:00:00Z') },
    });
  });
  return orgId;
}

afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await made?.drop();
});

describe('the demo', { shuffle: false }, () => {
  let ours: string;
  let before: Awaited<ReturnType<typeof everyRowOf>>;
  let answer: string;
  let demo: string;
  let database: Database;
  let posted: number;

  beforeAll(async () => {
    await using receiver = await openReceiver();
    ours = await makeOurs(receiver.url);
    before = await within((database) => everyRowOf(database, ours));
    answer = await run();
    posted = receiver.received.length;
    database = await open();
    demo = (await database.prisma.organisation.findFirstOrThrow({ where: { isDemo: true } })).id;
  }, 180_000);
  afterAll(() => database.close());

  it('leaves other workspaces as they are, and what they have to deliver where it is', async () => {
    expect(await everyRowOf(database, ours)).toEqual(before);
    expect(posted).toBe(0);
  });

  it('fills every list', async () => {
    const counts = await rowCountsOf(database, demo);
    expect([...counts].flatMap(([table, count]) => (count === 0 ? [table] : [])).sort()).toEqual([
      // What clients, forms and providers leave behind, endpoints while they fail, and what a widget does otherwise than usual.
      'alias_usage',
      'calendar_connections',
      'enrichment_usage',
      'idempotency_keys',
      'jobs',
      'meetings',
      'model_usage',
      'provider_calls',
      'provider_health',
      'sync_deliveries',
      'sync_mailboxes',
      'webhook_endpoint_health',
      'widget_assistants',
    ]);
  });

  it('has conversations in three languages: closed, held, and waiting for a person', async () => {
    const all = await database.prisma.conversation.findMany({ where: { orgId: demo } });
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['en', 'fr', 'es']));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['ACTIVE', 'HUMAN_ACTIVE', 'CLOSED']));
    const waiting = all.filter(({ waitingSince }) => waitingSince !== null);
    expect(new Set(waiting.map(({ language }) => language))).toEqual(new Set(['en', 'fr', 'es']));
    for (const { waitingSince } of waiting) expect(end.getTime() - Number(waitingSince)).toBeLessThan(7_200_000);
  });

  it('has deliveries that failed and came through, some that were given up, and none that would still leave', async () => {
    const all = await database.prisma.webhookDelivery.findMany({ where: { orgId: demo } });
    const attempts = await database.prisma.webhookAttempt.findMany({ where: { orgId: demo } });
    expect(all.filter(({ state, attemptCount }) => state === 'SUCCEEDED' && attemptCount > 1)).not.toEqual([]);
    expect(all.filter(({ state, attemptCount }) => state === 'SUCCEEDED' && attemptCount > 5)).not.toEqual([]);
    expect(all.filter(({ state }) => state === 'DEAD')).toHaveLength(2);
    expect(all.filter(({ nextAttemptAt }) => nextAttemptAt !== null)).toEqual([]);
    expect(new Set(attempts.map(({ status }) => status))).toContain(500);
    expect(await database.prisma.webhookEndpoint.count({ where: { orgId: demo, disabledAt: null } })).toBe(0);
  });

  it('has happened in the days before', async () => {
    const { _min, _max } = await database.prisma.event.aggregate({
      where: { orgId: demo },
      _min: { createdAt: true },
      _max: { createdAt: true },
    });
    const daysAgo = (time: Date | null) => (end.getTime() - Number(time)) / 86_400_000;
    expect(daysAgo(_min.createdAt)).toBeGreaterThan(3.5);
    expect(daysAgo(_min.createdAt)).toBeLessThan(4.01);
    expect(daysAgo(_max.createdAt)).toBeLessThan(0.01);
    expect(daysAgo(_max.createdAt)).toBeGreaterThanOrEqual(0);
  });

  it('is made once', async () => {
    await database.close();
    await expect(run()).rejects.toThrow('npm run demo -- --remove');
    database = await open();
  });

  it('is nobody’s first workspace, and is found by its name', async () => {
    await database.close();
    expect((await mintKey(place, null)).workspace).toBe('Ours');
    expect((await mintKey(place, 'lakeside-kitchens-demo')).workspace).toBe('Lakeside Kitchens (demo)');
    database = await open();
  });

  it('is told of with commands that work', async () => {
    const app = await startTestApp({ database });
    const commands = [
      ...answer.matchAll(/curl '?http:\/\/localhost:4000(\S+?)'? -H '(\w+): ([^']+)'(?:.*?-d '([^\n]+)'$)?/gms),
    ];
    const answers: unknown[] = [];
    for (const [, path = '', header = '', value = '', body] of commands) {
      const headers = { [header]: value, 'Content-Type': 'application/json' };
      const response = await fetch(app.url + path, { headers, ...(body && { method: 'POST', body }) });
      answers.push({ status: response.status, body: await response.json() });
    }
    expect(answers).toMatchObject([
      { status: 200, body: { data: { conversations: { nodes: [{}, {}, {}, {}] } } } },
      { status: 200, body: { data: { webhookDeliveries: { nodes: [{ state: 'DEAD' }, { state: 'DEAD' }] } } } },
      { status: 200, body: { data: [{}, {}, {}] } },
    ]);
    await app.close();
    database = await open();
  });

  it('says what to do while a server runs', async () => {
    const sentence =
      testEngine === 'postgres' ? 'Stop every one of them first.' : 'stop it, run this again, and then start it';
    // A server has asked something before, and keeps the connection.
    await database.pool.query('select 1');
    await expect(run()).rejects.toThrow(sentence);
  });

  it('goes with every row, and nothing else does', async () => {
    const before = await everyRowOf(database, ours);
    await database.close();
    expect(await run(true)).toContain('is gone');
    database = await open();
    expect([...(await rowCountsOf(database, demo)).values()].filter((count) => count > 0)).toEqual([]);
    expect(await database.prisma.organisation.findMany({ select: { id: true } })).toEqual([{ id: ours }]);
    expect(await everyRowOf(database, ours)).toEqual(before);
    await database.close();
    expect(await run(true)).toBe('There is no demo here.');
    database = await open();
  });
});
