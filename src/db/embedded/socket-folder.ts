import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'tributary-';

/** What `pg` looks for in a host that is a directory. */
export const socketName = '.s.PGSQL.5432';

/** Makes a directory that only this user may enter: the database trusts whoever reaches its socket. */
export const makeSocketFolder = () => mkdtempSync(join(tmpdir(), prefix));

/** Removes such a directory, and nothing else that a path may lead to. */
export function removeSocketFolder(folder: string): void {
  if (!basename(folder).startsWith(prefix)) return;
  try {
    rmSync(join(folder, socketName), { force: true });
    rmdirSync(folder);
  } catch {
    // Already gone, or no longer ours.
  }
}
