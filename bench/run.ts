import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/open/open.ts';
import { startTestApp } from '../test/support/app.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { assertSameBodies, benchCases } from './cases.ts';
import { describeCsv, measureCsv } from './csv.ts';
import { startLoadGenerator } from './load.ts';
import { measure, type Measured, type Plan } from './measure.ts';
import { createPeer } from './peer.ts';
import { benchMemory } from './memory.ts';
import { benchNodes } from './nodes/main.ts';
import { benchPipeline } from './pipeline.ts';
import { describePlan, machineFacts, table } from './report.ts';
import { seed } from './seed.ts';
import { measureStartUp } from './start-up.ts';
import { benchWebhooks } from './webhooks/main.ts';
import { benchWrites } from './writes/run.ts';

const plan: Plan = { clients: 16, rounds: 7, roundMs: 700, warmUpMs: 1500, requestsPerRound: 20_000 };

const others = ['start', 'memory', 'writes', 'csv', 'webhooks', 'pipeline', 'nodes'];

/** `npm run bench -- leads` measures only what has "leads" in its name; those are names too. */
const only = process.argv[2] ?? '';
/** `npm run bench -- nodes 25`: so many events a second. */
const rates = process.argv.slice(3).map(Number);
const wants = (name: string): boolean => name.includes(only);
const explanation = `"By hand" is bench/peer.ts, Express and pg in the same process on the same rows and connections. It keeps no limits and,
on writes, records no event, audit or delivery, which the product does. Nobody logs requests. "cpu" is what the servers' thread
takes for a request; the rest depends on what else the machine does.
`;
const { databaseUrl } = loadConfig();
console.log(machineFacts());
if (wants('start')) await printStartUp();
if (wants('memory')) await benchMemory(databaseUrl);
if (wants('writes')) await benchWrites(databaseUrl);
if (!others.includes(only)) await printRequests();
if (wants('csv')) await printCsv();
if (wants('webhooks')) {
  console.log();
  await benchWebhooks();
}
if (wants('pipeline')) await benchPipeline(databaseUrl);
if (wants('nodes')) await benchNodes(databaseUrl, rates.length > 0 ? rates : [100, 500]);

async function printRequests(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
  const ownDatabase = databaseUrl === null ? null : await createPostgresDatabase(databaseUrl);
  try {
    const measured = await run(dataDir, ownDatabase?.url);
    const engine = ownDatabase ? 'PostgreSQL' : 'the embedded database';
    console.log(`\nRequests on ${engine}, 1,000 leads. ${describePlan(plan)}`);
    console.log(explanation);
    console.log(table(measured));
  } finally {
    await ownDatabase?.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function printCsv(): Promise<void> {
  const skipped = 'Skipped leads as CSV: it is held against \\copy, so name a PostgreSQL server with DATABASE_URL.';
  console.log(`\n${databaseUrl === null ? skipped : describeCsv(await measureCsv(databaseUrl))}`);
}

async function printStartUp(): Promise<void> {
  const { emptyMs, existingMs } = await measureStartUp(3);
  console.log('\nStart of the process to its first answer, embedded:');
  console.log(`${seconds(emptyMs)} on an empty folder, ${seconds(existingMs)} on an existing one.`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

async function run(dataDir: string, url: string | undefined): Promise<readonly Measured[]> {
  const app = await startTestApp({ database: await openDatabase({ dataDir, databaseUrl: url }) });
  const peer = createPeer(app.database.pool).listen(0, '127.0.0.1');
  const load = startLoadGenerator();
  try {
    await once(peer, 'listening');
    const address = peer.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const cases = benchCases(app.url, `http://127.0.0.1:${port}`, await seed(app, plan.clients));
    await assertSameBodies(cases);
    const measured: Measured[] = [];
    for (const benchCase of cases) {
      if (wants(benchCase.name)) measured.push(await measure(load, benchCase, plan));
    }
    return measured;
  } finally {
    await load.stop();
    peer.close();
    await app.close();
  }
}
