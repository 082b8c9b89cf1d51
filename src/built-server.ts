import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The server in a few files, as an installation builds it: 2,500 modules took most of a start to find and to load. */
export const serverFolder = join(projectFolder, 'dist');

/** A module of it, to be imported. */
export const builtModule = (name: 'start' | 'app'): string => pathToFileURL(join(serverFolder, `${name}.js`)).href;

const sources = ['src', 'schema', 'compat'];

/** A line for each library in it: its folder and its version. Written last, and of the time when the build began. */
export const librariesFile = 'libraries.txt';

/** Whether it was built, no module of it was changed, added or taken away since, and each library in it is the one installed. */
export function isServerBuilt(project = projectFolder): boolean {
  const file = join(project, 'dist', librariesFile);
  const built = statSync(file, { throwIfNoEntry: false });
  return (
    built !== undefined &&
    sources.every((folder) => isOlder(join(project, folder), built.mtimeMs)) &&
    readFileSync(file, 'utf8')
      .split('\n')
      .every((line) => line === libraryOf(project, line.split(' ')[0] ?? ''))
  );
}

/** The line of a library as it is installed; its version is empty where it is not. */
export function libraryOf(project: string, folder: string): string {
  const path = join(project, folder, 'package.json');
  const described: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const version = typeof described === 'object' && described && 'version' in described ? described.version : '';
  return `${folder} ${String(version)}`;
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
