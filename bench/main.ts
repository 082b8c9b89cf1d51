import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/open.ts';
import { startTestApp } from '../test/support/app.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { assertSameBodies, benchCases } from './cases.ts';
import { startLoadGenerator } from './load.ts';
import { measure, type Measured, type Plan } from './measure.ts';
import { createPeer } from './peer.ts';
import { describePlan, machineFacts, table } from './report.ts';
import { seed } from './seed.ts';
import { measureStartUp } from './start-up.ts';

const plan: Plan = { clients: 16, rounds: 7, roundMs: 700, warmUpMs: 1500, requestsPerRound: 20_000 };

/** `npm run bench -- leads` measures only what has "leads" in its name. */
const only = process.argv[2] ?? '';
const explanation = `"By hand" is bench/peer.ts, Express and pg in the same process on the same rows and connections. It keeps no limits and,
on writes, records no event, audit or delivery, which the product does. Nobody logs requests. "cpu" is what the servers' thread
takes for a request; the rest depends on what else the machine does.
`;
const { databaseUrl } = loadConfig();
const dataDir = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
const ownDatabase = databaseUrl === null ? null : await createPostgresDatabase(databaseUrl);
try {
  console.log(machineFacts());
  if (only === '') await printStartUp();
  console.log(
    `\nRequests on ${ownDatabase ? 'PostgreSQL' : 'the embedded database'}, 1,000 leads. ${describePlan(plan)}`,
  );
  console.log(explanation);
  console.log(table(await run(ownDatabase?.url)));
} finally {
  await ownDatabase?.drop();
  await rm(dataDir, { recursive: true, force: true });
}

async function printStartUp(): Promise<void> {
  const { emptyMs, existingMs } = await measureStartUp(3);
  console.log('\nStart of the process to its first answer, embedded:');
  console.log(`${seconds(emptyMs)} on an empty folder, ${seconds(existingMs)} on an existing one.`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

async function run(url: string | undefined): Promise<readonly Measured[]> {
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
      if (benchCase.name.includes(only)) measured.push(await measure(load, benchCase, plan));
    }
    return measured;
  } finally {
    await load.stop();
    peer.close();
    await app.close();
  }
}
