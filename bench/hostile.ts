import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { loadConfig } from '../src/config.ts';
import { startProduct } from '../test/failure/product.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { measureBystanders } from './bystanders.ts';
import { floods, type Target } from './floods.ts';
import { residentMb, watchPeak } from './resident.ts';
import { machineFacts } from './report.ts';

/**
 * What hostile clients cost everybody else, on the PostgreSQL server at DATABASE_URL, over loopback, each for some seconds:
 * `node bench/hostile.ts`, or `node bench/hostile.ts searches` for one of them.
 */
const leads = 60_000;
const seconds = 10;
const only = process.argv[2] ?? '';
const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Name a PostgreSQL server with DATABASE_URL.');
console.log(machineFacts());
if ('searches'.includes(only)) await onItsOwn({ RATE_LIMIT_PER_MINUTE: '10000000' }, measureSearches);
for (const flood of floods) {
  if (!flood.name.includes(only)) continue;
  await onItsOwn({ RATE_LIMIT_PER_MINUTE: '6000' }, async (target) => {
    const before = await residentMb(target.pid);
    const peak = watchPeak(target.pid);
    const done = await flood.run(target, performance.now() + seconds * 1000);
    const peakMb = peak.stop();
    await after(30_000);
    const later = await residentMb(target.pid);
    console.log(`${flood.name}: ${done}; RSS ${before} MB before, ${peakMb} at its peak, ${later} 30 s after`);
  });
}

async function onItsOwn(env: Record<string, string>, measure: (target: Target, pool: pg.Pool) => Promise<void>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-hostile-'));
  const made = await createPostgresDatabase(databaseUrl ?? '');
  const product = await startProduct({ DATA_DIR: dataDir, DATABASE_URL: made.url, LOG_LEVEL: 'fatal', ...env });
  const pool = new pg.Pool({ connectionString: made.url, max: 1 });
  try {
    const { pid, url, wsUrl, operatorKey = '', widgetKey = '' } = product;
    await measure({ pid, url, wsUrl, operatorKey, widgetKey }, pool);
  } finally {
    await pool.end();
    await product.stop('SIGTERM');
    await made.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One workspace asks for totals of searches as fast as it can, in the dearest batches that are let through. */
async function measureSearches({ url, operatorKey }: Target, pool: pg.Pool): Promise<void> {
  const signedUp = await fetch(`${url}/api/openclaw/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'hostile@example.com' }),
  });
  const { apiKey, orgId } = (await signedUp.json()) as { apiKey: string; orgId: string };
  await seedLeads(pool, orgId.replace('org_', ''), leads);
  const ask = async (body: unknown, key: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(async (answer) => answer.text());
  const search = 'leads(first: 1, filter: { q: "lorem ipsum", source: "m1" }) { totalCount }';
  const operation = (count: number) => ({
    query: `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${search}`).join(' ')} }`,
  });
  const quiet = await measureBystanders(url, operatorKey, seconds * 1000);
  console.log(`20 clients alone: ${quiet}`);
  let aliases = 99;
  while (aliases > 1 && (await ask(operation(aliases), apiKey)).includes('LIMITED')) aliases -= 1;
  const batch = Array.from({ length: 10 }, () => operation(aliases));
  const until = performance.now() + seconds * 1000;
  const attack = async () => {
    let batches = 0;
    for (; performance.now() < until; batches += 1) await ask(batch, apiKey);
    return batches;
  };
  const attackers = Promise.all([attack(), attack(), attack()]);
  const during = await measureBystanders(url, operatorKey, seconds * 1000);
  const batches = (await attackers).reduce((sum, count) => sum + count, 0);
  console.log(`20 clients beside ${batches} batches of 10 × ${aliases} searches of ${leads} leads: ${during}`);
}

async function seedLeads(pool: pg.Pool, orgId: string, count: number): Promise<void> {
  await pool.query(
    `insert into leads (org_id, id, stage_id, tags, source, first_name, search, created_at, updated_at)
     select $1, '0' || lpad(n::text, 25, '0'), (select id from stages where org_id = $1 and is_default), '{}', 'm' || n % 3,
            'Lead ' || n, 'lead ' || n || ' lorem ipsum dolor sit amet', now(), now()
       from generate_series(1, $2::int) n`,
    [orgId, count],
  );
  await pool.query('analyze leads');
}
