import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

let database: Database;
let pool: pg.Pool;

beforeAll(async () => {
  database = await openTestDatabase();
  pool = testEngine === 'embedded' ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

const migrations = [
  '20261130020500_rows_are_counted',
  '20261130020501_count_rows',
  '20261130020502_leads_counted_goes',
];

const organisation = (org: string) =>
  pool.query(`
    insert into organisations (id, slug, name, event_at, created_at) values ('${org}', '${org}', 'Acme', now(), now());
    insert into businesses (org_id, id, name, created_at) values ('${org}', 'b', 'B', now());
    insert into widgets (org_id, id, name, allowed_origins, created_at) values ('${org}', 'w', 'Site', '{}', now());
    insert into stages (org_id, id, key, name, "order", is_default, created_at) values ('${org}', 's', 'new', 'New', 0, true, now())`);

/** Some deleted, some of a business. */
const insertLeads = (org: string, prefix: string, count: number) =>
  pool.query(`
    insert into leads (org_id, id, business_id, stage_id, source, target_type, context, tags, deleted_at, created_at, updated_at)
    select '${org}', '${prefix}-' || n, case when n % 3 = 0 then 'b' end, 's', 'manual', 'customer_lead', '{}', '{}',
           case when n % 5 = 0 then now() end, '2026-01-01', '2026-01-01' from generate_series(1, ${count}) n`);

const insertConversations = (org: string, prefix: string, count: number) =>
  pool.query(`
    insert into conversations (org_id, id, widget_id, business_id, visitor_token_hash, created_at, updated_at)
    select '${org}', '${prefix}-' || n, 'w', case when n % 3 = 0 then 'b' end, '\\x00', '2026-01-01', '2026-01-01' from generate_series(1, ${count}) n`);

async function kept(org: string) {
  const { rows } = await pool.query(
    `select business_id || kind as of, sum(count)::int as count from kept_counts
      where org_id = $1 and kind in ('LEADS', 'CONVERSATIONS') group by 1 order by 1`,
    [org],
  );
  return Object.fromEntries(rows.map(({ of, count }: { of: string; count: number }) => [of, count]));
}

async function counted(org: string) {
  const { rows } = await pool.query(
    `select (select count(*)::int from leads where org_id = $1 and deleted_at is null) as "LEADS",
            (select count(*)::int from leads where org_id = $1 and deleted_at is null and business_id = 'b') as "bLEADS",
            (select count(*)::int from conversations where org_id = $1) as "CONVERSATIONS",
            (select count(*)::int from conversations where org_id = $1 and business_id = 'b') as "bCONVERSATIONS"`,
    [org],
  );
  return rows[0];
}

it('counts what is there, in batches', async () => {
  await pool.query(`
    create index leads_counted on leads (org_id); drop table kept_counts; alter table organisations drop column counted_to;
    drop function note_leads, note_conversations, note_tasks, note_count_changes, keep_counts, count_next_rows, lead_counts cascade`);
  await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
  await organisation('o');
  await organisation('p');
  await insertLeads('o', 'old', 12_000);
  await insertConversations('o', 'old', 50);
  expect(await migrate(pool, silentLog)).toEqual(migrations);
  expect(await kept('o')).toEqual(await counted('o'));
  expect(await kept('p')).toEqual({});
});

it('counts what is made, changed and taken away while others are counted, and of who is new', async () => {
  await organisation('n');
  for (const org of ['o', 'p', 'n']) {
    await insertLeads(org, 'new', 20);
    await insertConversations(org, 'new', 20);
    await pool.query(`update leads set business_id = 'b' where org_id = '${org}' and id = 'new-1'`);
    await pool.query(`delete from leads where org_id = '${org}' and id in ('new-2', 'new-3', 'new-5')`);
    expect(await kept(org)).toEqual(await counted(org));
  }
  // As amid the migration: half of them are counted.
  await pool.query(
    `delete from kept_counts where org_id = 'o'; update organisations set counted_to = '' where id = 'o'`,
  );
  await pool.query(`select count_next_rows('o')`);
  await pool.query(`update leads set deleted_at = case when deleted_at is null then now() end where org_id = 'o'`);
  await insertConversations('o', 'amid', 20);
  while ((await pool.query<{ left: boolean }>(`select count_next_rows('o') as left`)).rows[0]?.left);
  expect(await kept('o')).toEqual(await counted('o'));
});
