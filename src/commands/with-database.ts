import type { Config } from '../config.ts';
import { type Database, silentLog } from '../db/open/database.ts';
import { openDatabase } from '../db/open/open.ts';

/** Opens the database for one command, and closes it whatever comes of it. */
export async function withDatabase<Result>(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({
    dataDir,
    databaseUrl: databaseUrl ?? undefined,
    connections: 4,
    log: silentLog,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
