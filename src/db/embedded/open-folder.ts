import { lockDataFolder } from './data-folder-lock.ts';
import { DatabaseOpenError, type Database, type DatabaseLog } from '../open/database.ts';
import { migrate } from '../migrate/migrate.ts';
import { toDatabase } from '../open/to-database.ts';
import { createDiskSpace, readFreeMegabytes } from './disk-space.ts';
import { toFolderAdvice } from './folder-advice.ts';
import { placeFolder } from './place-folder.ts';
import { requireOwnFolder } from './require-own-folder.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';
import { startEmbedded } from './start.ts';
import { startUpkeep } from './upkeep.ts';

export type FolderOptions = {
  readonly dataDir: string;
  readonly log: DatabaseLog;
  /** After which a statement without an answer ends the database. */
  readonly statementMs?: number;
  /** What is to stay free on the disk. */
  readonly freeDiskBytes?: number;
  /** Called when the database is gone for good: all that is left to do is to end the process. */
  readonly onLost?: (cause: Error) => void;
};

/** Opens the embedded database, made from a template where there is none. @throws DatabaseOpenError, MigrationError */
export async function openFolder(options: FolderOptions): Promise<Database> {
  const { dataDir, log, onLost, statementMs, freeDiskBytes: floorBytes } = options;
  const lost = (cause: Error) => {
    log.error({ error: cause.message, freeMegabytes: readFreeMegabytes(dataDir) }, 'The embedded database is lost.');
    onLost?.(cause);
  };
  const socketFolder = makeSocketFolder();
  const lock = await lockDataFolder(dataDir, { socketFolder, onLost: lost }).catch((error: unknown) => {
    removeSocketFolder(socketFolder);
    throw toFolderAdvice(dataDir, error);
  });
  try {
    requireOwnFolder(dataDir, lock.path);
    const folder = await placeFolder(dataDir, log);
    const started = startEmbedded({ folder, socketFolder, onLost: lost, ...(statementMs && { statementMs }) });
    const server = await started.catch((cause: unknown) => {
      throw damaged(folder, cause);
    });
    try {
      await server.during(0, () => migrate(server.pool, log));
    } catch (error) {
      await server.stop();
      throw error;
    }
    const space = createDiskSpace(dataDir, { log, ...(floorBytes && { floorBytes }) });
    const stopUpkeep = startUpkeep({ server, space, log });
    const release = async () => {
      await stopUpkeep();
      await server.stop();
      lock.release();
    };
    return toDatabase('embedded', server, release, space.assertEnough);
  } catch (error) {
    removeSocketFolder(socketFolder);
    lock.release();
    throw toFolderAdvice(dataDir, error);
  }
}

function damaged(folder: string, cause: unknown): DatabaseOpenError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseOpenError(
    `The database in ${folder} cannot be opened: it is damaged, or the disk is full. Make room, or restore the folder from a backup (PGlite says: ${said}).`,
    { cause },
  );
}
