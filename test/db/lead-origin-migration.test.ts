import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { leadSourceIds } from '../../src/domain/sources/sources.ts';
import { usualTargetType } from '../../src/domain/sources/usual-target-type.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

let database: Database;
let pool: pg.Pool;

beforeAll(async () => {
  database = await openTestDatabase();
  pool = testEngine === 'embedded' ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
  await pool.query(`
    insert into organisations (id, slug, name, event_at, created_at) values ('o', 'o', 'Acme', now(), now());
    insert into stages (org_id, id, key, name, "order", is_default, created_at) values ('o', 's', 'new', 'New', 0, true, now())`);
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

const migrations = [
  '20261129115100_leads_of_every_source_are_filled',
  '20261129115101_fill_leads_of_every_source',
  '20261129115102_leads_have_target_type_and_context',
];

/** As a node that does not know the migrations sees it, and as it would write. */
async function insert(id: string, source: string, targetType: string | null = null, context: string | null = null) {
  await pool.query(
    `insert into leads (org_id, id, stage_id, source, target_type, context, tags, created_at, updated_at)
     values ('o', $1, 's', $2, $3, $4, '{}', '2026-01-01', '2026-02-02')`,
    [id, source, targetType, context],
  );
}

async function leads(prefix: string): Promise<Record<string, readonly [string | null, unknown]>> {
  const { rows } = await pool.query<{ source: string; target_type: string | null; context: unknown }>(
    `select source, target_type, context from leads where starts_with(id, $1) and updated_at = '2026-02-02'`,
    [prefix],
  );
  return Object.fromEntries(rows.map((row) => [row.source, [row.target_type, row.context]]));
}

const sources = [...leadSourceIds, 'import', 'Reddit'];

const filled = Object.fromEntries(sources.map((source) => [source, [usualTargetType(source), {}]]));

it('gives leads that are there what leads of their source usually are, and leaves the others and every time alone', async () => {
  await pool.query(`
    drop trigger lead_of_any_source_filled on leads; drop function fill_lead_of_any_source;
    alter table leads alter column target_type drop not null, alter column context drop not null`);
  await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
  for (const source of sources) await insert(`null-${source}`, source);
  await pool.query(`
    insert into leads (org_id, id, stage_id, source, tags, created_at, updated_at)
    select 'o', 'many-' || n, 's', 'chat', '{}', '2026-01-01', '2026-02-02' from generate_series(1, 2500) n`);
  await insert('kept-1', 'whole', 'vip', '{"a": 1}');
  await insert('kept-2', 'typed', 'vip', null);
  await insert('kept-3', 'told', null, '{"a": 1}');
  expect(await migrate(pool, silentLog)).toEqual(migrations);
  expect(await leads('null-')).toEqual(filled);
  expect(await leads('many-')).toEqual({ chat: ['customer_lead', {}] });
  expect(await leads('kept-')).toEqual({
    whole: ['vip', { a: 1 }],
    typed: ['vip', {}],
    told: ['customer_lead', { a: 1 }],
  });
});

it('fills in what a node of the version before leaves out or clears', async () => {
  for (const source of sources) await insert(`old-${source}`, source);
  expect(await leads('old-')).toEqual(filled);
  for (const source of sources) await insert(`cleared-${source}`, source, 'vip', '{"a": 1}');
  await pool.query(`update leads set target_type = null, context = null where starts_with(id, 'cleared-')`);
  expect(await leads('cleared-')).toEqual(filled);
});
