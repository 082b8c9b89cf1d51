import pg from 'pg';
import { openDatabase } from '../../src/db/open/open.ts';
import { startTestApp, type TestApp } from '../../test/support/app.ts';
import { countStatements, type Statement, type StatementCounter } from '../../test/support/count-statements.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { createRestClient } from '../../test/support/rest-client.ts';
import { median } from '../statistics.ts';
import { type Planned, planOf } from './plan.ts';
import type { ScaleCase, ScaleClients } from './scale-case.ts';
import { seedMillion } from './seed.ts';
import type { Measured } from './table.ts';

const rounds = 5;

/** The tables whose reading is looked at. */
const tables = [
  'leads',
  'conversations',
  'messages',
  'tasks',
  'notes',
  'touchpoints',
  'events',
  'webhook_deliveries',
  'audit_entries',
  'kept_counts',
];
const reads = new RegExp(`^\\s*(?:select|with)\\b.*\\b(?:${tables.join('|')})\\b`, 'is');

/** Answers what each case took at each size, all of them on one PostgreSQL database that is dropped afterwards. */
export async function runAtSizes(
  databaseUrl: string,
  sizes: readonly number[],
  cases: readonly ScaleCase[],
): Promise<Map<string, Measured>[]> {
  const own = await createPostgresDatabase(databaseUrl);
  // What is a year old stays for as long as it is read.
  const app = await startTestApp({
    database: await openDatabase({ dataDir: '', databaseUrl: own.url }),
    eventRetentionDays: 3650,
  });
  try {
    const measured: Map<string, Measured>[] = [];
    for (const leads of sizes) measured.push(await measureCases(app, await seed(app, own.url, leads), cases));
    return measured;
  } finally {
    await app.close();
    await own.drop();
  }
}

async function seed(app: TestApp, url: string, leads: number): Promise<ScaleClients> {
  const workspace = await app.workspace(`${leads} leads`);
  const began = performance.now();
  const client = new pg.Client(url);
  await client.connect();
  let businessId;
  try {
    businessId = await seedMillion({ client, app, workspace }, leads);
  } finally {
    await client.end();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n## ${leads.toLocaleString('en')} leads, seeded in ${seconds} s\n`);
  return {
    whole: workspace.graph,
    locked: await workspace.graphAs(['leads:read', 'conversations:read', 'tasks:read'], businessId),
    quincer: workspace.quincer,
    ai93: createRestClient(app.url, workspace.keys.ai93),
    clawcrm: createRestClient(app.url, workspace.keys.clawcrm),
  };
}

/** Tells each statement with its plan, and answers what each case took. */
export async function measureCases(
  app: TestApp,
  clients: ScaleClients,
  cases: readonly ScaleCase[],
): Promise<Map<string, Measured>> {
  const counter = countStatements(app.database);
  const all = new Map<string, Measured>();
  for (const { name, prepare, mutates = false } of cases) {
    const { ms, statements } = await measure(counter, await prepare(clients));
    console.log(`${name}: ${ms.toFixed(1)} ms, ${statements.length} statements`);
    const planned: Planned[] = [];
    for (const statement of mutates ? [] : statements.filter(({ text }) => reads.test(text))) {
      const plan = await planOf(app.database, statement);
      console.log(`  ${plan.text}`);
      planned.push(plan);
    }
    all.set(name, {
      ms,
      rowsRead: planned.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
      blocks: planned.reduce((sum, { blocks }) => sum + blocks, 0),
      scanned: planned.flatMap(({ scanned }) => scanned).filter((table) => tables.includes(table)),
    });
  }
  return all;
}

type Asked = { readonly ms: number; readonly statements: readonly Statement[] };

async function measure(counter: StatementCounter, ask: () => Promise<unknown>): Promise<Asked> {
  await ask();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return { ms: median(times), statements: await counter.statementsDuring(ask) };
}
