import { silentLog, type Database, type DatabaseLog } from './database.ts';
import { openFolder, type FolderOptions } from '../embedded/open-folder.ts';
import { migrate } from '../migrate/migrate.ts';
import { findReadOnly } from './read-only.ts';
import { openMigrationPool, openPostgres } from './postgres.ts';
import { toDatabase } from './to-database.ts';

export type OpenDatabaseOptions = Omit<FolderOptions, 'log'> & {
  /** PostgreSQL is used where given, the embedded database otherwise. */
  readonly databaseUrl?: string | undefined;
  readonly log?: DatabaseLog;
  /** PostgreSQL only; the embedded database has one connection. */
  readonly connections?: number;
};

/**
 * Opens the database and brings it to the newest migration.
 * @throws DatabaseOpenError, MigrationError: both say what to do
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { databaseUrl, log = silentLog } = options;
  return databaseUrl ? openServer(databaseUrl, options.connections ?? 12, log) : openFolder({ ...options, log });
}

async function openServer(databaseUrl: string, connections: number, log: DatabaseLog): Promise<Database> {
  const pools = await openPostgres({ databaseUrl, connections, log });
  const migrationPool = openMigrationPool(databaseUrl);
  try {
    await migrate(migrationPool, log);
    const reason = await findReadOnly(migrationPool);
    if (reason) log.warn({ reason }, 'The database takes no writes: this node reads, and is not ready.');
  } catch (error) {
    await pools.end();
    throw error;
  } finally {
    await migrationPool.end();
  }
  return toDatabase('postgres', pools, pools.end);
}
