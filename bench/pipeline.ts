import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/db/open/open.ts';
import { startTestApp, type TestApp } from '../test/support/app.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { createRestClient } from '../test/support/rest-client.ts';
import { peakOf } from './peak-memory.ts';
import { median } from './statistics.ts';

const few = 500;
const many = 100_000;
const rounds = 7;

const seedSql = `insert into leads (org_id, id, stage_id, source, tags, first_name, last_name, email, phone, tier, created_at, updated_at)
  select org_id, lpad(n::text, 26, '0'), id, 'manual', '{}', 'Ada', 'Lovelace ' || n, 'ada.' || n || '@example.com', '+44 20 7946 ' || n,
         (array['HIGH', 'MEDIUM', 'LOW']::"LeadTier"[])[1 + n % 3], now() - (20 + n % 300) * interval '1 day', now()
    from stages, generate_series(1, $2::int) n where is_default and org_id = $1`;

/** Prints how long it takes to score and to list 500 leads at once, and to count 100,000, with the memory it takes. */
export async function benchPipeline(databaseUrl: string | null): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
  const ownDatabase = databaseUrl === null ? null : await createPostgresDatabase(databaseUrl);
  const app = await startTestApp({ database: await openDatabase({ dataDir, databaseUrl: ownDatabase?.url }) });
  try {
    console.log(`\nThe pipeline on ${ownDatabase ? 'PostgreSQL' : 'the embedded database'}, ${rounds} rounds each:`);
    for (const leads of [few, many]) await printCalls(app, leads);
  } finally {
    await app.close();
    await ownDatabase?.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function printCalls(app: TestApp, leads: number): Promise<void> {
  const { orgId, keys } = await app.workspace('Benchmark');
  await app.database.pool.query(seedSql, [orgId, leads]);
  await app.database.pool.query('vacuum analyze leads');
  const client = createRestClient(app.url, keys.clawcrm);
  const calls = {
    'POST /leads/score { all: true }': () => client.send('POST', '/api/openclaw/leads/score', { all: true }),
    'GET /leads/stalled': () => client.get('/api/openclaw/leads/stalled'),
    'GET /analytics': () => client.get('/api/openclaw/analytics?days=30'),
  };
  for (const [name, call] of Object.entries(calls)) {
    const times: number[] = [];
    const peakMb = await peakOf(async () => {
      const { status } = await call();
      if (status !== 200) throw new Error(`${name} answered ${status}.`);
    });
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      await call();
      times.push(performance.now() - started);
    }
    const [typical, worst] = [median(times).toFixed(0), Math.max(...times).toFixed(0)];
    console.log(
      `${name.padEnd(32)} ${leads.toLocaleString('en').padStart(7)} leads: ${typical} ms, at most ${worst} ms; ${peakMb.toFixed(0)} MB more at its peak.`,
    );
  }
}
