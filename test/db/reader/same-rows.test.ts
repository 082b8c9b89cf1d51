import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../src/db/open/database.ts';
import { createReaders } from '../../../src/db/reader/reader.ts';
import { createScopes, type TenantScope } from '../../../src/db/scoped.ts';
import { createChance } from '../../support/chance.ts';
import { openTestDatabase } from '../../support/database.ts';
import { countStatements, type StatementCounter } from '../../support/count-statements.ts';
import { seedEverything } from '../../support/seed-everything.ts';
import { models, randomChange } from './random-rows.ts';
import { randomRead, referencesOf } from './random-reads.ts';
import { seedTheRest } from './seed-the-rest.ts';

type Row = Record<string, unknown>;
type Table = Record<'findMany' | 'findFirst' | 'count', (args: object) => Promise<unknown>> & {
  updateMany(args: { where: object; data: object }): Promise<unknown>;
};

const names = Object.keys(models);
const tableOf = (client: object, model: string): Table =>
  Reflect.get(client, model.charAt(0).toLowerCase() + model.slice(1)) as Table;

let database: Database;
let counter: StatementCounter;
const scopes: TenantScope[] = [];
const rowsOf = new Map<string, Row[]>();

/** Rows of everything for one tenant; what it may be asked by: all of it, by a key locked to a business, and by a visitor. */
async function seed(orgId: string): Promise<void> {
  const at = new Date(0);
  const { prisma } = database;
  await prisma.organisation.create({ data: { id: orgId, slug: orgId, name: orgId, eventAt: at, createdAt: at } });
  const { conversations } = await seedEverything(database, orgId, 6);
  await seedTheRest(database, orgId);
  const [business] = await prisma.business.findMany({ where: { orgId }, orderBy: { id: 'asc' } });
  const tenant = { orgId, businessId: null, conversationId: null };
  scopes.push(
    tenant,
    { ...tenant, businessId: business?.id ?? '' },
    { ...tenant, conversationId: conversations[0] ?? '' },
  );
}

async function scramble(model: string, chance: ReturnType<typeof createChance>): Promise<void> {
  const table = tableOf(database.prisma, model);
  const key = models[model]?.primaryKey?.fields ?? ['id'];
  for (const row of (await table.findMany({})) as Row[]) {
    const where = Object.fromEntries(key.map((name) => [name, row[name]]));
    const data = randomChange(chance, model);
    if (Object.keys(data).length > 0) await table.updateMany({ where, data });
  }
  rowsOf.set(model, (await table.findMany({})) as Row[]);
}

beforeAll(async () => {
  database = await openTestDatabase();
  for (const orgId of ['acme', 'globex']) await seed(orgId);
  const chance = createChance(11);
  for (const model of names) await scramble(model, chance);
  counter = countStatements(database);
});
afterAll(() => database.close());

/** What the ORM answers reads what rows point to past the scoping, which a statement does not: there it is null. */
async function heldToScope(client: object, model: string, answer: unknown): Promise<unknown> {
  for (const row of [answer].flat()) {
    for (const { name, type } of referencesOf(model)) {
      const referred: unknown = Reflect.get(Object(row), name);
      if (typeof referred !== 'object' || referred === null) continue;
      const seen = await tableOf(client, type).findFirst({ where: { id: Reflect.get(referred, 'id') } });
      if (seen === null) Reflect.set(Object(row), name, null);
      else references += 1;
    }
  }
  return answer;
}

let references = 0;
it.each(names)('%s: a statement answers what the ORM answers', async (model) => {
  const [clientOf, readerOf] = [createScopes(database.prisma), createReaders(database.pool)];
  const chance = createChance(names.indexOf(model) + 1);
  const rows = rowsOf.get(model) ?? [];
  expect(rows.length).toBeGreaterThan(1);
  let found = 0;
  for (let tries = 0; tries < 100; tries += 1) {
    const scope = chance.pick(scopes);
    const { operation, args } = randomRead(chance, model, rows);
    const client = clientOf(scope);
    const expected = await heldToScope(client, model, await tableOf(client, model)[operation](args));
    let answered: unknown;
    const sent = await counter.during(async () => {
      answered = await tableOf(readerOf(client, scope), model)[operation](args);
    });
    expect({ operation, args, scope, answered }).toStrictEqual({ operation, args, scope, answered: expected });
    expect(
      sent,
      JSON.stringify(args, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).toEqual([expect.not.stringContaining('"public".')]);
    if (Array.isArray(answered) && answered.length > 0) found += 1;
  }
  expect(found).toBeGreaterThan(3);
});

it('has read many a row that another points to', () => {
  expect(references).toBeGreaterThan(100);
});
