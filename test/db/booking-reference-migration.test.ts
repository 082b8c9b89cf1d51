import { createHash } from 'node:crypto';
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
  await pool.query(
    `insert into organisations (id, slug, name, event_at, created_at) values ('o', 'o', 'Acme', now(), now())`,
  );
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

const migrations = ['20261130180900_booking_references', '20261130180901_hash_booking_references'];

const hashed = (reference: string): string => createHash('sha256').update(reference).digest('hex');

const write = (prefix: string, references: readonly string[], provider = 'CAL_COM') =>
  pool.query(
    `insert into meetings (org_id, id, provider, reference, state, created_at, updated_at)
     select 'o', $1 || n, $3::"CalendarProvider", reference, 'FORGOTTEN', now(), now()
       from unnest($2::text[]) with ordinality as given (reference, n)`,
    [prefix, references, provider],
  );

const kept = async (prefix: string): Promise<string[]> =>
  (
    await pool.query<{ reference: string }>(
      `select reference from meetings where starts_with(id, $1) order by length(id), id`,
      [prefix],
    )
  ).rows.map(({ reference }) => reference);

const many = Array.from({ length: 1250 }, (_, n) => `u${n}/${n}@example.org`);

it('hashes the references that hold an address, whatever their number, and no others', async () => {
  await pool.query('drop function hash_booking_reference cascade');
  await pool.query('delete from _prisma_migrations where migration_name = any($1)', [migrations]);
  await write('old-', ['uid/ädä@example.org', 'uid']);
  await write('other-', ['https://api.calendly.test/a/b@c'], 'CALENDLY');
  await write('many-', many);
  expect(await migrate(pool, silentLog)).toEqual(migrations);
  expect(await kept('old-')).toEqual([hashed('uid/ädä@example.org'), 'uid']);
  expect(await kept('other-')).toEqual(['https://api.calendly.test/a/b@c']);
  expect(await kept('many-')).toEqual(many.map(hashed));
});

it('hashes what a node of the version before writes', async () => {
  await write('late-', ['later/ada@example.org']);
  expect(await kept('late-')).toEqual([hashed('later/ada@example.org')]);
});
