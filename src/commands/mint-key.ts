import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createRunAcross } from '../db/run/run.ts';
import { type MintedKey, mintOperatorKey } from '../domain/keys/mint-operator-key.ts';
import { askOperatorSocket } from '../server/process/operator-socket.ts';
import { createOpenAs } from './open-as.ts';
import { withDatabase } from './with-database.ts';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

/**
 * Mints an operator's key: of the server that has the data folder open, else in the folder or on PostgreSQL itself.
 * @throws Error saying what is wrong and what to do
 */
export async function mintKey({ dataDir, databaseUrl }: Place, workspace: string | null): Promise<MintedKey> {
  if (databaseUrl) return mintInDatabase({ dataDir, databaseUrl }, workspace);
  const minted = await askOperatorSocket(dataDir, { workspace });
  if (minted) return minted;
  if (!existsSync(join(dataDir, 'pg'))) {
    throw new Error(
      `There is no database in ${dataDir}. Start the server once, or say where it is (DATA_DIR, DATABASE_URL).`,
    );
  }
  return mintInDatabase({ dataDir, databaseUrl }, workspace);
}

const mintInDatabase = (place: Place, workspace: string | null): Promise<MintedKey> =>
  withDatabase(place, (database) =>
    mintOperatorKey({ runAcross: createRunAcross(database.pool), openAs: createOpenAs(database) }, workspace),
  );
