import { isObjectType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { tables } from '../../../src/db/write/tables.ts';
import { createKeepable } from '../../../src/server/graphql/keepable.ts';
import { allScopes } from '../../../src/access/scopes.ts';
import { readPrismaModels } from '../../domain/prisma-models.ts';
import { createTestClock, startTestApp } from '../../support/app.ts';
import { createGraphClient, type GraphClient } from '../../support/graph-client.ts';
import { openWorld, type World } from '../../tenancy/world.ts';
import { keptDocuments } from './kept-documents.ts';

const operational = Object.entries(tables).flatMap(([name, { kind }]) => (kind === 'operational' ? [name] : []));
const isMarked = ({ extensions }: { extensions: Readonly<Record<string, unknown>> }) => 'fresh' in extensions;
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const isKeepable = createKeepable(schema);

describe('what is marked as found out anew each time', () => {
  it('is each type over an operational table', () => {
    const unmarked = objects.filter((type) => operational.includes(type.name) && !isMarked(type));
    expect(unmarked.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['a field', '{ webhookEndpoints { nodes { id secretOverlapEndsAt } } }'],
    ['a field below a fragment', 'fragment F on ApiKey { lastUsedAt } { apiKeys { nodes { ...F } } }'],
    ['a field that leads to a type', '{ webhookEndpoints { nodes { health { __typename } } } }'],
    ['a field that may answer a type', '{ node(id: "wd_1") { ... on Lead { id } } }'],
    ['a list of a type', '{ webhookDeliveries { totalCount } }'],
    ['who asks', '{ viewer { __typename } }'],
    ['a field of another operation', 'query A { stages { id } } query B { stalledLeads { totalCount } }'],
    ['a change', 'mutation { createLead(input: {}) { lead { id } } }'],
    ['an event', 'subscription { events { type } }'],
  ])('keeps no answer with %s', (_, document) => {
    expect(isKeepable(parse(document))).toBe(false);
  });

  it.each([
    ['rows', '{ leads { totalCount nodes { __typename id notes { nodes { body } } } } }'],
    ['the log', '{ eventCursor events { nodes { id type } } }'],
    ['the schema', '{ __schema { queryType { name } } }'],
    ['fields beside those that are', '{ webhookEndpoints { nodes { id url } } apiKeys { nodes { id expiresAt } } }'],
  ])('keeps an answer with %s', (_, document) => {
    expect(isKeepable(parse(document))).toBe(true);
  });
});

describe('what is not marked', () => {
  let world: World;
  const clock = createTestClock(new Date());
  beforeAll(async () => void (world = await openWorld({ clock })));
  afterAll(() => world.close());

  const ask = async (graph: GraphClient) => {
    const documents = keptDocuments(world.a.parts.one, 1);
    return Promise.all(
      documents.map(async ({ field, document }) => [field, document, await graph.ask(document)] as const),
    );
  };
  const revision = async () => {
    const sql = 'select revision from organisations where id = $1';
    return (await world.app.database.pool.query<{ revision: string }>(sql, [world.a.orgId])).rows[0]?.revision;
  };
  const run = (sql: string) => world.app.database.pool.query(sql);

  /** Rows in each operational table, and a secret that is about to end. */
  async function prepare(): Promise<void> {
    await run('insert into api_key_usage select org_id, id, now() from api_keys on conflict do nothing');
    await run(`insert into alias_usage select org_id, id, 'GET /old', 1, now() from api_keys`);
    await run(`insert into webhook_endpoint_health (org_id, endpoint_id, failing_since, failures)
      select org_id, id, now(), 3 from webhook_endpoints on conflict do nothing`);
    const soon = new Date(clock.now().getTime() + 60_000).toISOString();
    await run(`update webhook_endpoints set previous_secret_expires_at = '${soon}'`);
  }

  it('is told the same a month later, by another process, to another key of these rights, whatever is done beside the log', async () => {
    const { app, a, b } = world;
    await prepare();
    const twin = await a.workspace.graphAs(allScopes);
    const elsewhere = await startTestApp({ database: app.database, clock, sellerUrl: 'https://elsewhere.test' });
    const told = await ask(a.graph);
    const before = await revision();

    clock.advance(29 * 24 * 60 * 60 * 1000);
    const emptied = readPrismaModels().filter(({ name }) => operational.includes(name));
    for (const { table } of emptied) await run(`delete from ${table}`);
    await b.graph.ask('mutation { createLead(input: { name: "Grace" }) { lead { id } } }');

    expect(await ask(createGraphClient(elsewhere.url, twin.key))).toEqual(told);
    expect(await revision()).toBe(before);
    await elsewhere.app.close();
  });

  it('covers every field of Query', () => {
    expect(keptDocuments(world.a.parts.one, 1).length).toBeGreaterThan(20);
    for (const { document } of keptDocuments(world.a.parts.one, 1)) expect(isKeepable(parse(document))).toBe(true);
  });
});
