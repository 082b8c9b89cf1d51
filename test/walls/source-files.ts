import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };
export type Import = { readonly specifier: string; readonly names: string };

const statement =
  /^\s*(?:import|export)\b([^'";]*?)(?:\bfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm;

/** What a file imports, relative specifiers resolved to paths from the project's root. */
function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, names = '', fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? '';
    const resolved = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
    return { specifier: resolved, names: names.trim() };
  });
}

/** The project's own sources in these folders, generated code left out. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\/(?:generated|node_modules)\//.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}
