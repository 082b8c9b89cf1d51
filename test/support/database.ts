import pg from 'pg';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { toDatabase } from '../../src/db/open/to-database.ts';
import { openPostgres } from '../../src/db/open/postgres.ts';
import { createPostgresDatabase, type PostgresDatabase } from './postgres-database.ts';
import { openEmbeddedTestDatabase } from './embedded-engines.ts';
import { startStallingProxy, type StallingProxy } from './stalling-proxy.ts';

const serverUrl = process.env['TEST_DATABASE_URL'];

/** Which of the two databases this run is on. */
export const testEngine: Database['engine'] = serverUrl ? 'postgres' : 'embedded';

/**
 * A migrated, empty database of one's own, for one test file: embedded, or on the server that TEST_DATABASE_URL names (as a
 * user who may create databases). Close it in `afterAll`.
 */
export async function openTestDatabase(): Promise<Database> {
  return serverUrl ? openOnServer(serverUrl) : openEmbedded();
}

/** An empty database without a single table, on the server of a PostgreSQL run. */
export async function createEmptyPostgresDatabase(): Promise<PostgresDatabase> {
  if (!serverUrl) throw new Error('Only a run on PostgreSQL can have a second database.');
  return createPostgresDatabase(serverUrl, 'empty');
}

/** A migrated, empty database that the product opens by its address, on the server of a PostgreSQL run. */
export async function createMigratedPostgresDatabase(): Promise<PostgresDatabase> {
  if (!serverUrl) throw new Error('Only a run on PostgreSQL can have a second database.');
  return createPostgresDatabase(serverUrl);
}

export type ProxiedDatabase = {
  readonly database: Database;
  readonly proxy: StallingProxy;
  /** The same database, past the proxy. */
  readonly direct: pg.Pool;
};

/** A migrated database on the server, reached through a proxy that can make the way there fail. */
export async function openProxiedDatabase(options: { silenceMs?: number } = {}): Promise<ProxiedDatabase> {
  if (!serverUrl) throw new Error('Only a run on PostgreSQL can be reached through a proxy.');
  const made = await createPostgresDatabase(serverUrl);
  const url = new URL(made.url);
  const direct = new pg.Pool({ connectionString: made.url, max: 2 });
  const proxy = await startStallingProxy({ host: url.hostname, port: Number(url.port || 5432) });
  url.host = `127.0.0.1:${proxy.port}`;
  const pools = await openPostgres({ databaseUrl: url.href, connections: 12, log: silentLog, ...options });
  const database = toDatabase('postgres', pools, async () => {
    await pools.end();
    await proxy.close();
    await direct.end();
    await made.drop();
  });
  return { database, proxy, direct };
}

async function openEmbedded(): Promise<Database> {
  const { pool, release } = await openEmbeddedTestDatabase();
  return toDatabase('embedded', { pool }, release);
}

async function openOnServer(serverUrl: string): Promise<Database> {
  const database = await createPostgresDatabase(serverUrl);
  const pools = await openPostgres({ databaseUrl: database.url, connections: 12, log: silentLog });
  return toDatabase('postgres', pools, async () => {
    await pools.end();
    await database.drop();
  });
}
