import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmptyPostgresDatabase, testEngine } from '../support/database.ts';
import { findFreePort, killLeftovers } from './product.ts';

/** Where a product is started, ended and started again: a folder, a port, and a database of its own where the run is on a server. */
export async function openPlace(name: string) {
  const dataDir = mkdtempSync(join(tmpdir(), `tributary-${name}-`));
  const port = await findFreePort();
  const database = testEngine === 'embedded' ? null : await createEmptyPostgresDatabase();
  const env: Readonly<Record<string, string>> = {
    DATA_DIR: dataDir,
    PORT: String(port),
    ...(database && { DATABASE_URL: database.url, SECRET_KEY: 'a passphrase that is long enough for it' }),
  };
  return {
    env,
    port,
    /** Ends what still runs, and takes everything away. */
    async close(): Promise<void> {
      killLeftovers();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Place = Awaited<ReturnType<typeof openPlace>>;
