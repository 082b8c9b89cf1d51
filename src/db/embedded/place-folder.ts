import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseOpenError, type DatabaseLog } from '../open/database.ts';
import { openTemplate } from './template.ts';

const halfMade = 'pg.new';

/** Copies a template so that the copy cannot be seen before it is whole, whatever stops the process or the machine. */
export async function placeFolder(dataDir: string, log: DatabaseLog): Promise<string> {
  const folder = join(dataDir, 'pg');
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  if (existsSync(folder)) {
    throw new DatabaseOpenError(
      `${folder} holds no database: its file PG_VERSION is missing. Restore the folder from a backup, or move it away to begin with an empty one.`,
    );
  }
  const copy = join(dataDir, halfMade);
  rmSync(copy, { recursive: true, force: true });
  const template = await openTemplate(log);
  copyTemplate(template.folder, copy);
  template.discard();
  await flush(copy);
  renameSync(copy, folder);
  await flushEntry(dataDir);
  return folder;
}

/** Copies a template to a folder that only this user can enter: PGlite makes its files readable for everyone. */
export function copyTemplate(template: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(template)) {
    cpSync(join(template, entry), join(folder, entry), { recursive: true, mode: constants.COPYFILE_FICLONE });
  }
  chmodSync(folder, 0o700);
}

async function flush(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  await Promise.all(entries.map((entry) => flushEntry(join(entry.parentPath, entry.name))));
  await flushEntry(folder);
}

async function flushEntry(path: string): Promise<void> {
  // Windows can neither open a directory nor flush a file that is open for reading.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
