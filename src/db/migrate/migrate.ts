import pg from 'pg';
import { z } from 'zod';
import type { DatabaseLog } from '../open/database.ts';
import { isInBatches, migrationsFolder, readMigrations, type Migration } from './migrations.ts';
import { findReadOnly } from '../open/read-only.ts';

/** A migration that cannot be applied, or that no longer is what was applied. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const appliedRow = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() });

const appliedSql = `
  select migration_name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null`;

// PostgreSQL's codes: what is asked for is not there, and a table, column, index, type or function is there already.
const undefinedColumn = '42703';
const duplicates = ['42P07', '42701', '42710', '42723'];

// Any number does, so long as no other use of advisory locks in the same database has it.
const migrationLock = 7_236_811_550;

/**
 * Brings the database to the newest migration, each in a transaction of its own, or in batches. Safe with any number of processes at once.
 * @param pool one connection wide, since a lock is held on it
 * @returns the names of the migrations applied now
 */
export async function migrate(pool: pg.Pool, log: DatabaseLog, folder = migrationsFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  // The engine takes 60 ms and 2 MB to load: a start with nothing to do asks the table instead.
  const [next, ...rest] = await findPending(pool, migrations, log);
  if (next === undefined) return [];
  const reason = await findReadOnly(pool);
  if (reason) {
    const missing = `the migration ${next}${rest.length > 0 ? ` and ${rest.length} more` : ''}`;
    throw new MigrationError(`The database lacks ${missing} and takes no writes: ${reason}.`);
  }
  await pool.query('select pg_advisory_lock($1)', [migrationLock]);
  try {
    const pending = await findPending(pool, migrations, log);
    if (pending.length > 0) await apply(pool, migrations, folder);
    for (const migration of pending) log.info({ migration }, 'Applied a migration.');
    return pending;
  } finally {
    await pool.query('select pg_advisory_unlock($1)', [migrationLock]);
  }
}

async function findPending(pool: pg.Pool, migrations: readonly Migration[], log: DatabaseLog): Promise<string[]> {
  const table = await pool.query<{ exists: boolean }>(`select to_regclass('_prisma_migrations') is not null as exists`);
  if (!table.rows[0]?.exists) return migrations.map(({ name }) => name);
  const { rows } = await pool.query(appliedSql).catch((error: unknown) => {
    throw error instanceof pg.DatabaseError && error.code === undefinedColumn
      ? foreign('another shape than ours')
      : error;
  });
  const applied = new Map(
    z
      .array(appliedRow)
      .parse(rows)
      .map((row) => [row.migration_name, row]),
  );
  for (const { name, checksum } of migrations) {
    const row = applied.get(name);
    if (row?.finished && row.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was edited after it had been applied to this database. Restore prisma/migrations/${name} and put the change into a new migration.`,
      );
    }
  }
  const unknown = [...applied.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0 && unknown.length === applied.size)
    throw foreign(`migrations such as ${unknown[0]} and none of ours`);
  if (unknown.length > 0) {
    log.warn(
      { migrations: unknown },
      'The database has migrations that this version does not know; a newer one made them.',
    );
  }
  return migrations.map(({ name }) => name).filter((name) => !applied.get(name)?.finished);
}

const foreign = (what: string) =>
  new MigrationError(
    `The database belongs to another application: its table _prisma_migrations has ${what}. Make a database for Tributary alone (createdb), and give its address (DATABASE_URL or DATA_DIR).`,
  );

async function apply(pool: pg.Pool, migrations: readonly Migration[], folder: string): Promise<void> {
  const { everything, openSchemaEngine, toMigrationList } = await import('./schema-engine.ts');
  let cause: unknown;
  let begunBefore: string | undefined;
  const engine = await openSchemaEngine(pool, { onScriptError: (error) => (cause = error) });
  try {
    begunBefore = await forgetUnfinished(pool);
    await engine.applyMigrations({ migrationsList: toMigrationList(migrations, folder), filters: everything });
  } catch (error) {
    cause ??= error;
    const failed = await forgetUnfinished(pool);
    const said = cause instanceof Error ? cause.message : String(cause);
    if (failed === undefined)
      throw new MigrationError(`The migrations could not be applied. The cause: ${said}`, { cause });
    const isThere = failed === begunBefore && duplicates.includes(codeOf(cause));
    const what = isThere ? wasApplied(failed) : `Migration ${failed} failed; ${keptOf(failed, migrations)}.`;
    throw new MigrationError(`${what} The cause: ${said}`, { cause });
  } finally {
    engine.free();
  }
}

const keptOf = (failed: string, migrations: readonly Migration[]): string =>
  migrations.some(({ name, sql }) => name === failed && isInBatches(sql))
    ? 'what it had done is kept, and the next start goes on'
    : 'nothing of it was kept';

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';

const wasApplied = (name: string): string =>
  `Migration ${name} was begun earlier and is not recorded as finished, but what it makes is there. ` +
  `If all of it is, record that and start again: update _prisma_migrations set finished_at = now(), rolled_back_at = null ` +
  `where id = (select id from _prisma_migrations where migration_name = '${name}' order by started_at desc limit 1); ` +
  `if only a part is, drop that part and start again.`;

/** Scripts are atomic, so what began and did not finish left nothing behind and may be tried again. */
async function forgetUnfinished(pool: pg.Pool): Promise<string | undefined> {
  const table = await pool.query<{ exists: boolean }>(`select to_regclass('_prisma_migrations') is not null as exists`);
  if (!table.rows[0]?.exists) return undefined;
  const { rows } = await pool.query<{ migration_name: string }>(`
    update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null
    returning migration_name`);
  return rows[0]?.migration_name;
}
