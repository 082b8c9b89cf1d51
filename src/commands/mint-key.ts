import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { silentLog } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { createScopes } from '../db/scoped.ts';
import { createWriter } from '../db/write.ts';
import { type MintedKey, mintOperatorKey } from '../domain/keys/mint-operator-key.ts';
import { askOperatorSocket } from '../server/operator-socket.ts';

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

async function mintInDatabase({ dataDir, databaseUrl }: Place, workspace: string | null): Promise<MintedKey> {
  const options = { dataDir, databaseUrl: databaseUrl ?? undefined, connections: 4, log: silentLog };
  const database = await openDatabase(options);
  try {
    const scopes = createScopes(database.prisma);
    const write = createWriter({ clock: systemClock, onCommit() {} });
    return await mintOperatorKey(
      { pool: database.pool, openAs: (actor) => ({ write: (change) => write(scopes(actor), actor, null, change) }) },
      workspace,
    );
  } finally {
    await database.close();
  }
}
