import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { startTestApp } from '../../test/support/app.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { assertSameBodies } from '../cases.ts';
import { startLoadGenerator } from '../load.ts';
import { measure, type Measured, type Plan } from '../measure.ts';
import { createPeer } from '../peer.ts';
import { describePlan, machineFacts, table } from '../report.ts';
import { seed } from '../seed.ts';
import { changingDatabase } from './changing-database.ts';
import { readCases, type Servers } from './cases.ts';

const plan: Plan = { clients: 8, rounds: 5, roundMs: 800, warmUpMs: 1200, requestsPerRound: 1_000_000 };

const folder = fileURLToPath(new URL('../postgraphile/', import.meta.url));

/** `node bench/reads/main.ts lead`: reads with "lead" in their name, on PostgreSQL at DATABASE_URL, beside PostGraphile and by hand. */
const only = process.argv[2] ?? '';
const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Name a PostgreSQL server with DATABASE_URL.');

const own = await createPostgresDatabase(databaseUrl);
const database = await openDatabase({ dataDir: '', databaseUrl: own.url });
const still = await startTestApp({ database, keepAnswers: true });
const changing = await startTestApp({ database: changingDatabase(database), keepAnswers: true });
const seeded = await seed(still, 1);
await database.pool.query(`insert into notes (org_id, id, lead_id, type, body, pinned, created_at, updated_at)
  select org_id, substr(md5(id || n), 1, 26), id, 'MANUAL', 'Called, will call again ' || n, false, now(), now()
    from leads, generate_series(1, 5) n`);
await database.pool.query('vacuum analyze');
const hand = createPeer(database.pool).listen(0, '127.0.0.1');
await once(hand, 'listening');
const child = await startPostgraphile(own.url);
const load = startLoadGenerator();
try {
  const { port } = hand.address() as AddressInfo;
  const servers: Servers = {
    still: still.url,
    changing: changing.url,
    byHand: `http://127.0.0.1:${port}`,
    postgraphile: child,
  };
  const cases = readCases(servers, seeded, plan.clients);
  await assertSameBodies(cases);
  const measured: Measured[] = [];
  for (const each of cases) if (each.name.includes(only)) measured.push(await measure(load, each, plan));
  console.log(`${machineFacts()}\n1,000 leads on PostgreSQL. ${describePlan(plan)}`);
  console.log(table(measured));
} finally {
  await load.stop();
  child?.process.kill();
  hand.close();
  await changing.app.close();
  await still.close();
  await own.drop();
}

async function startPostgraphile(url: string) {
  if (!existsSync(`${folder}node_modules/postgraphile`)) {
    console.log('Without PostGraphile: npm install --prefix bench/postgraphile.');
    return null;
  }
  const peer: ChildProcess = spawn(process.execPath, [`${folder}serve.mjs`, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(peer.stdout!, 'data')) as [Buffer];
  return { process: peer, pid: peer.pid ?? 0, origin: `http://127.0.0.1:${String(line).trim()}` };
}
