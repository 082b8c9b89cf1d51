import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/open/open.ts';
import { startTestApp } from '../test/support/app.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { peakOf } from './peak-memory.ts';
import { median } from './statistics.ts';

const rows = 25_000;
const few = 1000;
const rounds = 7;

export type CsvMeasured = {
  readonly oursMs: number;
  readonly copyMs: number;
  /** The median of the rounds' ratios. */
  readonly ratio: number;
  /** What the process held at most while it exported, beyond what it held before. */
  readonly peakMb: { readonly few: number; readonly many: number };
};

const columns = `'ld_' || id, 'biz_' || business_id, target_type, source, lower(status::text), concat_ws(' ', first_name, last_name), handle,
  email, phone, array_to_string(tags, ','), remark, context, created_at, updated_at, handed_off_at, handoff_destination, handoff_metadata`;

const seedSql = `insert into leads (org_id, id, stage_id, source, target_type, tags, first_name, last_name, email, phone, handle, remark, context, search, created_at, updated_at)
  select org_id, lpad(n::text, 26, '0'), id, 'reddit', 'customer_lead', array['newsletter', 'region-' || n % 7], 'Ada', 'Lovelace ' || n,
         'ada.' || n || '@example.com', '+44 20 7946 ' || n, 'u/ada' || n, 'Asked for a booking page, by March',
         '{"url": "https://reddit.example/r/HomeImprovement", "title": "Looking for somebody who can help"}', 'ada', now(), now()
    from stages, generate_series(1, ${rows}) n where key = 'new' and org_id = $1`;

/** 25,000 leads as CSV over HTTP, beside psql's \\copy of the same columns and rows, in turns. Needs PostgreSQL and psql. */
export async function measureCsv(serverUrl: string): Promise<CsvMeasured> {
  const own = await createPostgresDatabase(serverUrl);
  const app = await startTestApp({ database: await openDatabase({ dataDir: '', databaseUrl: own.url }) });
  try {
    const { orgId, keys } = await app.workspace('Benchmark');
    await app.database.pool.query(seedSql, [orgId]);
    await app.database.pool.query('vacuum analyze leads');
    const ours = (limit: number) => download(`${app.url}/api/v1/leads.csv?limit=${limit}`, keys.ai93);
    const copy = () => copyOut(own.url, orgId);
    for (const warmUp of [ours, copy, ours, copy]) await warmUp(rows);

    const times: { ours: number; copy: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push({ ours: await timed(() => ours(rows)), copy: await timed(copy) });
    }
    // As many rows in all: the heap is allowed as much garbage, and only what is held longer makes a difference.
    const peakMb = { few: await peakOf(() => ours(few), (3 * rows) / few), many: await peakOf(() => ours(rows), 3) };
    return {
      oursMs: median(times.map((time) => time.ours)),
      copyMs: median(times.map((time) => time.copy)),
      ratio: median(times.map((time) => time.ours / time.copy)),
      peakMb,
    };
  } finally {
    await app.close();
    await own.drop();
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

const run = promisify(execFile);

/** Each side has a client of its own process. */
const download = (url: string, key: string) =>
  run('curl', ['-sSf', '-o', '/dev/null', '-H', `authorization: Bearer ${key}`, url]);

async function copyOut(url: string, orgId: string): Promise<void> {
  const select = `select ${columns} from leads where org_id = '${orgId}' and deleted_at is null order by id desc limit ${rows}`;
  await run('psql', ['-qX', url, '-c', `\\copy (${select.replaceAll(/\s+/g, ' ')}) to '/dev/null' with (format csv)`]);
}

export const describeCsv = ({ oursMs, copyMs, ratio, peakMb }: CsvMeasured): string =>
  [
    `${rows.toLocaleString('en')} leads as CSV: ${oursMs.toFixed(0)} ms over HTTP, ${copyMs.toFixed(0)} ms with \\copy: ${ratio.toFixed(2)} times its time.`,
    `Memory at its peak, beyond what was held before: ${peakMb.few.toFixed(0)} MB for ${few.toLocaleString('en')} rows at a time, ${peakMb.many.toFixed(0)} MB for ${rows.toLocaleString('en')}.`,
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { databaseUrl } = loadConfig();
  if (databaseUrl === null) throw new Error('Name a PostgreSQL server with DATABASE_URL.');
  console.log(describeCsv(await measureCsv(databaseUrl)));
}
