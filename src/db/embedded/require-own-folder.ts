import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseOpenError } from '../open/database.ts';

/**
 * Refuses a database of another user, as root may open one: its owner could not read what this process adds to it. Owners of
 * files are compared, since a mount may give every file the same one, whoever wrote it.
 * @throws DatabaseOpenError
 */
export function requireOwnFolder(dataDir: string, ownFile: string): void {
  const folder = join(dataDir, 'pg');
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  const own = statSync(ownFile).uid;
  if (owner === undefined || owner === own) return;
  throw new DatabaseOpenError(
    `The database in ${folder} belongs to user ${owner}, who could not open it again once user ${own} had written to it. ` +
      `Run this as that user, as with runuser or sudo -u, or give this one the whole folder: chown -R ${own} ${dataDir}`,
  );
}
