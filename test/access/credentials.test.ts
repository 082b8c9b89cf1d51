import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintCredential } from '../../src/access/credentials.ts';
import { keyPrefixes } from '../../src/access/dialects.ts';
import { Dialect } from '../../src/db/generated/prisma/enums.ts';
import { createKeyUsage } from '../../src/access/key-usage.ts';
import { systemActor } from '../../src/access/actor.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Made = { createApiKey: { apiKey: { id: string; hint: string }; secret: string } };
const issue = async (scopes: string[]) =>
  (
    await workspace.graph.ask<Made>(
      'mutation ($scopes: [String!]) { createApiKey(input: { name: "Key", dialect: AI93, scopes: $scopes }) { apiKey { id hint } secret } }',
      { scopes },
    )
  ).createApiKey;

it('a hint is the prefix and four characters of the secret, and no more', () => {
  for (const dialect of Object.values(Dialect)) {
    const { secret, hint } = mintCredential(dialect);
    expect(hint).toHaveLength(keyPrefixes[dialect].length + 4);
    expect(secret.startsWith(hint)).toBe(true);
  }
});

it('the last use of a key is written down and never goes back', async () => {
  const { apiKey } = await issue(['leads:read']);
  const id = apiKey.id.slice('key_'.length);
  const clock = createTestClock();
  const usage = createKeyUsage(app.database.pool, clock);
  const actor = { ...systemActor(workspace.orgId, 'test'), apiKeyId: id };
  const lastUsed = async () =>
    (await app.database.prisma.apiKeyUsage.findFirst({ where: { orgId: workspace.orgId, apiKeyId: id } }))?.lastUsedAt;
  expect(await lastUsed()).toBeUndefined();
  const used = clock.now();
  usage.touch(actor);
  await usage.flush();
  expect(await lastUsed()).toEqual(used);
  clock.advance(-60_000);
  usage.touch(actor);
  await usage.flush();
  expect(await lastUsed()).toEqual(used);
});

it('a key that may only write gets its own lost answer again, and may read no more for that', async () => {
  const { secret } = await issue(['leads:write']);
  const key = randomUUID();
  const create = () =>
    fetch(`${app.url}/api/v1/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ source: 'manual', targetType: 'person', displayName: 'Ada' }),
    });
  const first = await create();
  const made = await first.text();
  expect([first.status, made]).toEqual([201, expect.stringContaining('Ada')]);
  await app.database.pool.query('update idempotency_keys set status = null, body = null where key = $1', [key]);
  const again = await create();
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  expect(JSON.parse(await again.text())).toEqual(JSON.parse(made));
  const { lead } = JSON.parse(made) as { lead: { id: string } };
  const read = await fetch(`${app.url}/api/v1/leads/${lead.id}`, { headers: { authorization: `Bearer ${secret}` } });
  expect(read.status).toBe(403);
});
