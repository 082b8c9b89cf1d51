import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, type Database } from '../../src/db/database.ts';
import { copyTemplate } from '../../src/db/embedded/place-folder.ts';
import { startEmbedded } from '../../src/db/embedded/start.ts';
import { openTemplate } from '../../src/db/embedded/template.ts';
import { toDatabase } from '../../src/db/open.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { createPostgresDatabase } from './postgres-database.ts';

/**
 * A migrated, empty database of one's own, for one test file: embedded, or on the server that TEST_DATABASE_URL names (as a
 * user who may create databases). Close it in `afterAll`.
 */
export async function openTestDatabase(): Promise<Database> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  return serverUrl ? openOnServer(serverUrl) : openInFolder();
}

async function openInFolder(): Promise<Database> {
  const parent = mkdtempSync(join(tmpdir(), 'tributary-test-'));
  const template = await openTemplate(silentLog);
  copyTemplate(template.folder, join(parent, 'pg'));
  template.discard();
  const server = await startEmbedded({ folder: join(parent, 'pg'), fsync: false });
  return toDatabase('embedded', server.pool, async () => {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  });
}

async function openOnServer(serverUrl: string): Promise<Database> {
  const database = await createPostgresDatabase(serverUrl);
  const pool = await openPostgres(database.url, 10, silentLog);
  return toDatabase('postgres', pool, async () => {
    await pool.end();
    await database.drop();
  });
}
