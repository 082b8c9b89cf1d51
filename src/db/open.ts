import { PrismaPg } from '@prisma/adapter-pg';
import { lockDataFolder } from './data-folder-lock.ts';
import { DatabaseOpenError, silentLog, type Database, type DatabaseLog, type DatabasePools } from './database.ts';
import { placeFolder } from './embedded/place-folder.ts';
import { makeSocketFolder, removeSocketFolder } from './embedded/socket-folder.ts';
import { startEmbedded } from './embedded/start.ts';
import { startUpkeep } from './embedded/upkeep.ts';
import { type Prisma, PrismaClient } from './generated/prisma/client.ts';
import { migrate } from './migrate.ts';
import { createStatementNames } from './name-statements.ts';
import { openMigrationPool, openPostgres } from './postgres.ts';

export type OpenDatabaseOptions = {
  readonly dataDir: string;
  /** PostgreSQL is used where given, the embedded database otherwise. */
  readonly databaseUrl?: string | undefined;
  readonly log?: DatabaseLog;
  /** PostgreSQL only; the embedded database has one connection. */
  readonly connections?: number;
  /** Called when the embedded database is gone for good: all that is left to do is to end the process. */
  readonly onLost?: (cause: Error) => void;
};

/**
 * Opens the database and brings it to the newest migration.
 * @throws DatabaseOpenError, MigrationError: both say what to do
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { databaseUrl, log = silentLog } = options;
  return databaseUrl ? openServer(databaseUrl, options.connections ?? 12, log) : openFolder(options, log);
}

async function openServer(databaseUrl: string, connections: number, log: DatabaseLog): Promise<Database> {
  const pools = await openPostgres({ databaseUrl, connections, log });
  const migrationPool = openMigrationPool(databaseUrl);
  try {
    await migrate(migrationPool, log);
  } catch (error) {
    await pools.end();
    throw error;
  } finally {
    await migrationPool.end();
  }
  return toDatabase('postgres', pools, pools.end);
}

async function openFolder({ dataDir, onLost }: OpenDatabaseOptions, log: DatabaseLog): Promise<Database> {
  const lost = (cause: Error) => {
    log.error({ error: cause.message }, 'The embedded database is lost.');
    onLost?.(cause);
  };
  const socketFolder = makeSocketFolder();
  const lock = await lockDataFolder(dataDir, { socketFolder, onLost: lost }).catch((error: unknown) => {
    removeSocketFolder(socketFolder);
    throw error;
  });
  try {
    const folder = await placeFolder(dataDir, log);
    const server = await startEmbedded({ folder, socketFolder, onLost: lost }).catch((cause: unknown) => {
      throw damaged(folder, cause);
    });
    try {
      await migrate(server.pool, log);
    } catch (error) {
      await server.stop();
      throw error;
    }
    const stopUpkeep = startUpkeep(server.pool, log);
    return toDatabase('embedded', server, async () => {
      await stopUpkeep();
      await server.stop();
      lock.release();
    });
  } catch (error) {
    removeSocketFolder(socketFolder);
    lock.release();
    throw error;
  }
}

function damaged(folder: string, cause: unknown): DatabaseOpenError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseOpenError(
    `The database in ${folder} cannot be opened: it is damaged, or the disk is full. Make room, or restore the folder from a backup (PGlite says: ${said}).`,
    { cause },
  );
}

/** Puts Prisma on the pool. */
export function toDatabase(
  engine: Database['engine'],
  { pool, deliveryPool = pool }: Pick<DatabasePools, 'pool'> & Partial<DatabasePools>,
  release: () => Promise<void>,
): Database {
  const options: Prisma.PrismaClientOptions = {
    adapter: new PrismaPg(pool, { statementNameGenerator: createStatementNames() }),
    // What leads are searched by is as large as they are, and nobody reads it.
    omit: { lead: { search: true } },
  };
  const prisma = new PrismaClient(options);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await prisma.$disconnect();
    await release();
  };
  return { engine, pool, deliveryPool, prisma, close: () => (closing ??= close()) };
}
