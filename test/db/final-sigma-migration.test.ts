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
    insert into stages (org_id, id, key, name, "order", is_default, created_at) values ('o', 's', 'new', 'New', 0, true, now());
    insert into widgets (org_id, id, name, allowed_origins, created_at) values ('o', 'w', 'Site', '{}', now());
    insert into conversations (org_id, id, widget_id, visitor_token_hash, created_at, updated_at) values
      ('o', 'c', 'w', '', now(), now())`);
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

const migrations = ['20261129222000_final_sigma_is_folded', '20261129222001_fold_final_sigmas'];

/** As the version before folded them: in lower case, as a word ends. */
const texts = ['σοφός', 'σοφίας σοφός', 'sigma', 'χαρά'];

/** As a node of the version before writes them. */
async function write(prefix: string, many = texts): Promise<void> {
  await pool.query(
    `insert into leads (org_id, id, stage_id, source, target_type, context, tags, first_name, search, created_at, updated_at)
     select 'o', $1 || n, 's', 'manual', 'customer_lead', '{}', '{}', words, words, '2026-01-01', '2026-02-02'
       from unnest($2::text[]) with ordinality as given (words, n)`,
    [prefix, many],
  );
  await pool.query(
    `insert into messages (org_id, id, conversation_id, role, content, original_content, search, created_at)
     select 'o', $1 || n, 'c', 'HUMAN', words, words, words, now() from unnest($2::text[]) with ordinality as given (words, n)`,
    [prefix, many],
  );
}

async function searched(table: 'leads' | 'messages', prefix: string): Promise<string[]> {
  const sql = `select search from ${table} where starts_with(id, $1) order by length(id), id`;
  return (await pool.query<{ search: string }>(sql, [prefix])).rows.map(({ search }) => search);
}

it('folds what leads and messages are searched by, whatever their number', async () => {
  await pool.query('drop function fold_final_sigma cascade');
  await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
  await write('old-');
  await write(
    'many-',
    Array.from({ length: 1250 }, (_, n) => `σοφός ${n}`),
  );
  expect(await searched('leads', 'old-')).toEqual(texts);
  expect(await migrate(pool, silentLog)).toEqual(migrations);
  for (const table of ['leads', 'messages'] as const) {
    expect(await searched(table, 'old-')).toEqual(texts.map(fold));
    expect((await searched(table, 'many-')).filter((text) => text.startsWith('σοφόσ'))).toHaveLength(1250);
  }
  const { rows } = await pool.query('select distinct updated_at from leads');
  expect(rows).toEqual([{ updated_at: new Date('2026-02-02T00:00:00Z') }]);
});

it('folds what a node of the version before writes', async () => {
  await write('late-');
  for (const table of ['leads', 'messages'] as const) {
    expect(await searched(table, 'late-')).toEqual(texts.map(fold));
    await pool.query(`update ${table} set search = 'άλλος' where id = 'late-1'`);
    expect((await searched(table, 'late-'))[0]).toBe('άλλοσ');
  }
});
