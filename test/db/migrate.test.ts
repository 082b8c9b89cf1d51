import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migrate/migrations.ts';
import { createEmptyPostgresDatabase, openTestDatabase, testEngine } from '../support/database.ts';

const names = readMigrations().map(({ name }) => name);

describe('migrations', () => {
  let database: Database;
  let pool: pg.Pool;
  let folder: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    pool = testEngine === 'embedded' ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
  });
  afterAll(async () => {
    if (pool !== database.pool) await pool.end();
    await database.close();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migrations-'));
    cpSync(migrationsFolder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function add(name: string, sql: string) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  }
  const exists = async (table: string) =>
    (await pool.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])).rows[0]?.found;

  it('have nothing to do on a database that has them', async () => {
    expect(await migrate(pool, silentLog, folder)).toEqual([]);
  });

  it('are applied in order, with bodies that hold semicolons', async () => {
    add('29990101000000_a', 'create table made_by_a (i int);');
    add('29990101000001_b', 'do $$ begin insert into made_by_a values (1); insert into made_by_a values (2); end $$;');
    expect(await migrate(pool, silentLog, folder)).toEqual(['29990101000000_a', '29990101000001_b']);
    expect((await pool.query('select i from made_by_a order by i')).rows).toEqual([{ i: 1 }, { i: 2 }]);
    await pool.query(`drop table made_by_a; delete from _prisma_migrations where migration_name like '2999%'`);
  });

  it('leave nothing of one that fails, name it with the cause, and apply it once it is mended', async () => {
    const name = '29990101000002_fails';
    add(
      name,
      'create table half_made (i int);\ninsert into half_made values (1);\nalter table nowhere add column x int;',
    );
    const failure = migrate(pool, silentLog, folder);
    await expect(failure).rejects.toThrow(`Migration ${name} failed; nothing of it was kept.`);
    await expect(failure).rejects.toThrow('relation "nowhere" does not exist');
    expect(await exists('half_made')).toBe(false);
    add(name, 'create table half_made (i int);');
    expect(await migrate(pool, silentLog, folder)).toEqual([name]);
    expect(await exists('half_made')).toBe(true);
    await pool.query(`drop table half_made; delete from _prisma_migrations where migration_name like '2999%'`);
  });

  it('in batches keep what they did before they failed, say so, and go on', async () => {
    const name = '29990101000005_batches';
    await pool.query(
      'create table filled (i int); create table source (i int); insert into source values (1), (2), (0)',
    );
    const fill = `-- In batches, as a test.
do $$
declare one record;
begin
  for one in select i from source where i not in (select i from filled) loop
    insert into filled values (one.i / one.i * one.i);
    commit;
  end loop;
end $$;`;
    add(name, fill);
    await expect(migrate(pool, silentLog, folder)).rejects.toThrow(
      `Migration ${name} failed; what it had done is kept, and the next start goes on. The cause: division by zero`,
    );
    expect((await pool.query('select i from filled order by i')).rows).toEqual([{ i: 1 }, { i: 2 }]);
    await pool.query('update source set i = 3 where i = 0');
    expect(await migrate(pool, silentLog, folder)).toEqual([name]);
    expect((await pool.query('select i from filled order by i')).rows).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }]);
    expect(await migrate(pool, silentLog, folder)).toEqual([]);
    await pool.query('drop table filled, source');
    await pool.query(`delete from _prisma_migrations where migration_name like '2999%'`);
  });

  it('are refused by name when one was edited after it was applied', async () => {
    appendFileSync(join(folder, names[0] ?? '', 'migration.sql'), '\n-- a later thought\n');
    await expect(migrate(pool, silentLog, folder)).rejects.toThrow(
      `Migration ${names[0]} was edited after it had been applied`,
    );
  });

  it('of a newer version are let be, with a warning', async () => {
    const warnings: object[] = [];
    rmSync(join(folder, names.at(-1) ?? ''), { recursive: true });
    const log = { ...silentLog, warn: (details: object) => warnings.push(details) };
    expect(await migrate(pool, log, folder)).toEqual([]);
    expect(warnings).toEqual([{ migrations: [names.at(-1)] }]);
  });

  it('begun before and applied after all are told apart from those that fail, with what to record', async () => {
    const name = '29990101000003_was_applied';
    const sql = 'create table was_applied (i int);';
    add(name, sql);
    await pool.query(sql);
    await pool.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at) values ('unfinished', 'x', $1, now())`,
      [name],
    );
    const refusal = await migrate(pool, silentLog, folder).catch((error: Error) => error.message);
    expect(refusal).toMatch(`Migration ${name} was begun earlier and is not recorded as finished`);
    await pool.query(/update _prisma_migrations set .+? limit 1\)/.exec(String(refusal))?.[0] ?? '');
    expect(await migrate(pool, silentLog, folder)).toEqual([]);
    await pool.query(`drop table was_applied; delete from _prisma_migrations where migration_name like '2999%'`);
  });

  it('of another application are told by name, whatever the shape of its table', async () => {
    const belongs = 'The database belongs to another application: its table _prisma_migrations has';
    await pool.query('alter table _prisma_migrations rename to ours');
    await pool.query('create table _prisma_migrations (like ours)');
    await pool.query(
      `insert into _prisma_migrations select * from ours limit 1; update _prisma_migrations set migration_name = '20200101_shop'`,
    );
    await expect(migrate(pool, silentLog, folder)).rejects.toThrow(`${belongs} migrations such as 20200101_shop`);
    await pool.query('alter table _prisma_migrations drop column checksum');
    await expect(migrate(pool, silentLog, folder)).rejects.toThrow(`${belongs} another shape than ours`);
    await pool.query('drop table _prisma_migrations');
    await pool.query('alter table ours rename to _prisma_migrations');
  });

  it('are not begun on a database that takes no writes', async () => {
    add('29990101000004_late', 'create table late (i int);');
    await pool.query('set default_transaction_read_only = on');
    try {
      await expect(migrate(pool, silentLog, folder)).rejects.toThrow(
        'The database lacks the migration 29990101000004_late and takes no writes: default_transaction_read_only is on',
      );
    } finally {
      await pool.query('set default_transaction_read_only = off');
    }
  });

  it.each(testEngine === 'postgres' ? [2, 4] : [])(
    'are applied once by %d processes that start together',
    async (count) => {
      const empty = await createEmptyPostgresDatabase();
      const pools = Array.from({ length: count }, () => new pg.Pool({ connectionString: empty.url, max: 1 }));
      const applied = await Promise.all(pools.map((one) => migrate(one, silentLog)));
      expect(applied.flat()).toEqual(names);
      const { rows } = await pools[0]!.query(
        'select migration_name, finished_at is not null as finished from _prisma_migrations',
      );
      expect(rows).toEqual(names.map((name) => ({ migration_name: name, finished: true })));
      await Promise.all(pools.map((one) => one.end()));
      await empty.drop();
    },
  );
});
