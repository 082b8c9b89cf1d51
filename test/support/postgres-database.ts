import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { silentLog } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { hashMigrations, readMigrations } from '../../src/db/migrate/migrations.ts';

const prefix = 'tributary_test';
const advisoryLock = 4_021_877;
const staleAfterMs = 3_600_000;

export type PostgresDatabase = { readonly url: string; drop(): Promise<void> };

/** Makes a database on the server: a copy of a migrated template, or an empty one. */
export async function createPostgresDatabase(
  serverUrl: string,
  content: 'migrated' | 'empty' = 'migrated',
): Promise<PostgresDatabase> {
  // The time stands in the name, so that what a killed run left behind is known by it.
  const name = `${prefix}_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await asAdmin(serverUrl, async (admin) => {
    const template = content === 'empty' ? 'template0' : await ensureTemplate(admin, serverUrl);
    await admin.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(serverUrl, name),
    drop: () =>
      asAdmin(serverUrl, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** One process at a time: a database cannot be copied while anyone is connected to it, nor two of one name made. */
async function asAdmin(serverUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [advisoryLock]);
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function ensureTemplate(admin: pg.Client, serverUrl: string): Promise<string> {
  const template = `${prefix}_template_${hashMigrations(readMigrations())}`;
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount) return template;
  await removeStale(admin, template);
  const building = `${template}_building`;
  await admin.query(`drop database if exists ${building} with (force)`);
  await admin.query(`create database ${building} template template0`);
  const pool = new pg.Pool({ connectionString: urlOf(serverUrl, building), max: 1 });
  await migrate(pool, silentLog);
  await pool.end();
  await admin.query(`alter database ${building} rename to ${template}`);
  return template;
}

/** Templates of other migrations, and databases that their run did not drop. */
async function removeStale(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) {
    const madeAt = Number(/^tributary_test_(\d+)_/.exec(datname)?.[1] ?? 0);
    const stale = datname !== template && madeAt < Date.now() - staleAfterMs;
    if (stale) await admin.query(`drop database if exists ${datname} with (force)`);
  }
}
