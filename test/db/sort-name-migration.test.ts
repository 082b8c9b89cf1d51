import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { fold } from '../../src/text.ts';
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
  '20261129170000_leads_have_sort_name',
  '20261129170001_fill_sort_names',
  '20261129170002_lead_orders',
];

const names: readonly [first: string | null, last: string | null, sorted: string | null][] = [
  ['Ada', 'Lovelace', 'ada lovelace'],
  [null, 'Éluard', 'eluard'],
  ['ÅSA', null, 'asa'],
  ['İnci', 'Işık', 'inci isik'],
  ['', '', null],
  [null, null, null],
  ['Χαρά', null, 'χαρα'],
  ['a'.repeat(100), 'b'.repeat(100), `${'a'.repeat(100)} ${'b'.repeat(99)}`],
];

/** As a node that does not know the column writes it: with what the lead is searched by. */
async function insert(prefix: string, searched = true) {
  for (const [index, [first, last]] of names.entries()) {
    const name = [first, last].filter(Boolean).join(' ');
    await pool.query(
      `insert into leads (org_id, id, stage_id, source, target_type, context, tags, first_name, last_name, search, created_at, updated_at)
       values ('o', $1, 's', 'manual', 'customer_lead', '{}', '{}', $2, $3, $4, '2026-01-01', '2026-02-02')`,
      [`${prefix}-${index}`, first, last, searched ? fold([name, 'mail@example.com'].filter(Boolean).join('\n')) : ''],
    );
  }
}

async function sorted(prefix: string): Promise<(string | null)[]> {
  const { rows } = await pool.query<{ sort_name: string | null }>(
    `select sort_name from leads where starts_with(id, $1) and updated_at = '2026-02-02' order by id`,
    [`${prefix}-`],
  );
  return rows.map((row) => row.sort_name);
}
const expected = names.map(([, , name]) => name);

it('gives the leads that are there what they are sorted by, and leaves every time alone', async () => {
  await pool.query(`
    drop trigger sort_name_filled on leads; drop function fill_sort_name; alter table leads drop column sort_name;
    drop index leads_by_update, leads_by_score, leads_by_touch, leads_deleted; drop index if exists leads_counted;
    create index leads_org_id_updated_at_idx on leads (org_id, updated_at)`);
  await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
  await insert('old');
  await pool.query(`
    insert into leads (org_id, id, stage_id, source, target_type, context, tags, first_name, search, created_at, updated_at)
    select 'o', 'many-' || n, 's', 'chat', 'customer_lead', '{}', '{}', 'Bob', 'bob', '2026-01-01', '2026-02-02' from generate_series(1, 2500) n`);
  expect(await migrate(pool, silentLog)).toEqual(migrations);
  expect(await sorted('old')).toEqual(expected);
  expect(new Set(await sorted('many'))).toEqual(new Set(['bob']));
});

it('follows whoever writes a name, a node of the version before as well', async () => {
  await insert('new');
  expect(await sorted('new')).toEqual(expected);
  await pool.query(
    `update leads set first_name = 'Zoé', last_name = null, search = 'zoé' where starts_with(id, 'new-')`,
  );
  expect(new Set(await sorted('new'))).toEqual(new Set(['zoe']));
  await pool.query(`update leads set first_name = null, search = '' where starts_with(id, 'new-')`);
  expect(new Set(await sorted('new'))).toEqual(new Set([null]));
});
