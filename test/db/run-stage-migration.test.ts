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
  await pool.query(`
    insert into organisations (id, slug, name, event_at, created_at) values
      ('o', 'o', 'Acme', now(), now()), ('p', 'p', 'Other', now(), now());
    insert into stages (org_id, id, key, name, "order", is_default, created_at) values
      ('o', 's', 'new', 'New', 0, true, now()), ('p', 't', 'new', 'New', 0, true, now());
    insert into leads (org_id, id, stage_id, source, tags, created_at, updated_at) values
      ('o', 'l', 's', 'chat', '{}', now(), now()), ('p', 'l', 't', 'chat', '{}', now(), now())`);
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

const migrations = ['20261129132000_runs_know_their_stage', '20261129132001_fill_stages_of_runs'];

/** As a node that does not know the migrations writes them: so many runs of a workspace that took a lead from a stage of that name. */
const insert = (org: string, prefix: string, stage: string, count = 1) =>
  pool.query(
    `insert into automation_runs (org_id, id, lead_id, rule_id, rule_name, trigger, from_stage_name, to_stage_name, created_at)
     select $1, $2 || n, 'l', 'r', 'Rule', 'NO_TOUCH', $3, 'Won', now() from generate_series(1, $4::int) n`,
    [org, prefix, stage, count],
  );

async function stagesOf(org: string, prefix: string): Promise<(string | null)[]> {
  const { rows } = await pool.query<{ from_stage_id: string | null }>(
    'select distinct from_stage_id from automation_runs where org_id = $1 and starts_with(id, $2)',
    [org, prefix],
  );
  return rows.map((row) => row.from_stage_id);
}

it('finds the stages of the runs there are by their names, and leaves those without that are gone', async () => {
  await pool.query(`
    drop trigger stage_of_run_filled on automation_runs; drop function fill_stage_of_run;
    alter table automation_runs drop column from_stage_id`);
  await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
  await insert('o', 'many-', 'New', 2500);
  await insert('p', 'one-', 'New');
  await insert('o', 'gone-', 'Old');
  expect(await migrate(pool, silentLog)).toEqual(migrations);
  expect([await stagesOf('o', 'many-'), await stagesOf('p', 'one-'), await stagesOf('o', 'gone-')]).toEqual([
    ['s'],
    ['t'],
    [null],
  ]);
});

it('does so for the runs that a node of the version before writes', async () => {
  await insert('p', 'late-', 'New');
  expect(await stagesOf('p', 'late-')).toEqual(['t']);
});
