import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The server in a few files, as an installation builds it: 2,500 modules took most of a start to find and to load. */
export const serverFolder = join(projectFolder, 'dist');

const sources = ['src', 'schema', 'compat'];

/** Whether it was built, and nothing it is built of was changed, added or taken away since. */
export function isServerBuilt(project = projectFolder): boolean {
  const built = statSync(join(project, 'dist', 'start.js'), { throwIfNoEntry: false });
  return built !== undefined && sources.every((folder) => isOlder(join(project, folder), built.mtimeMs));
}

/** A folder changes with what is added to it and taken away from it. */
function isOlder(folder: string, thanMs: number): boolean {
  return (
    statSync(folder).mtimeMs < thanMs &&
    readdirSync(folder, { withFileTypes: true }).every((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isOlder(path, thanMs);
      return !entry.name.endsWith('.ts') || statSync(path).mtimeMs < thanMs;
    })
  );
}
