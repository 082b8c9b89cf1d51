import pg from 'pg';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { startTestApp, type TestApp } from '../../test/support/app.ts';
import { countStatements, type Statement, type StatementCounter } from '../../test/support/count-statements.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { createRestClient } from '../../test/support/rest-client.ts';
import type { TestWorkspace } from '../../test/support/workspace.ts';
import { median } from '../statistics.ts';
import { planOf } from './plan.ts';
import type { ScaleCase } from './scale-case.ts';
import { type Measured, tableOf } from './scale-table.ts';

const rounds = 5;

export type Scale = {
  /** What is counted, such as `leads`. */
  readonly things: string;
  readonly cases: readonly ScaleCase[];
  /** The tables whose reading is looked at. */
  readonly tables: readonly string[];
  /** Makes so many things and answers the id of the business that the locked key is of. */
  readonly seed: (seeding: Seeding, things: number) => Promise<string>;
};

export type Seeding = {
  /** A connection that waits as long as it takes: the product’s own are given up where the server is silent for long. */
  readonly client: pg.Client;
  readonly app: TestApp;
  readonly workspace: TestWorkspace;
};

/** Asks each case at both sizes, or at the one that is given on the command line, on PostgreSQL at DATABASE_URL. */
export async function runAtScale(scale: Scale): Promise<void> {
  const sizes = process.argv[2] ? [Number(process.argv[2])] : [1000, 1_000_000];
  const { databaseUrl } = loadConfig();
  if (databaseUrl === null) throw new Error('Set DATABASE_URL to a PostgreSQL server on which databases may be made.');
  const own = await createPostgresDatabase(databaseUrl);
  const app = await startTestApp({ database: await openDatabase({ dataDir: '', databaseUrl: own.url }) });
  try {
    const measured: Map<string, Measured>[] = [];
    for (const things of sizes) measured.push(await runAt(scale, things, app, own.url));
    console.log(tableOf(scale.cases, sizes, measured));
  } finally {
    await app.close();
    await own.drop();
  }
}

async function seed({ seed: fill, things: what }: Scale, things: number, app: TestApp, url: string) {
  const workspace = await app.workspace(`${things} ${what}`);
  const began = performance.now();
  const client = new pg.Client(url);
  await client.connect();
  let businessId;
  try {
    businessId = await fill({ client, app, workspace }, things);
  } finally {
    await client.end();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n## ${things.toLocaleString('en')} ${what}, seeded in ${seconds} s\n`);
  return { workspace, businessId };
}

async function runAt(scale: Scale, things: number, app: TestApp, url: string): Promise<Map<string, Measured>> {
  const { workspace, businessId } = await seed(scale, things, app, url);
  const clients = {
    whole: workspace.graph,
    locked: await workspace.graphAs(['leads:read', 'conversations:read'], businessId),
    quincer: workspace.quincer,
    clawcrm: createRestClient(app.url, workspace.keys.clawcrm),
  };
  const counter = countStatements(app.database);
  const reads = new RegExp(`^\\s*select.*\\b(?:${scale.tables.join('|')})\\b`, 'is');
  const all = new Map<string, Measured>();
  for (const { name, prepare, mutates = false } of scale.cases) {
    const { ms, statements } = await measure(counter, await prepare(clients));
    console.log(`${name}: ${ms.toFixed(1)} ms, ${statements.length} statements`);
    const planned = [];
    for (const statement of mutates ? [] : statements.filter(({ text }) => reads.test(text))) {
      const plan = await planOf(app.database, statement);
      console.log(`  ${plan.text}`);
      planned.push(plan);
    }
    all.set(name, {
      ms,
      rowsRead: planned.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
      scanned: planned.flatMap(({ scanned }) => scanned).filter((table) => scale.tables.includes(table)),
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
