import { rm, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { librariesFile, libraryOf, projectFolder, serverFolder } from '../built-server.ts';

/** Loaded as they are: they read files of their own folders, or what they make is told apart by its class. */
const apart = [/^@prisma\//, /^@electric-sql\//, /^pg(-|$)/];

/** The folder of the library that a module is of. */
const library = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

const place = /\bimport\.meta\.(url|dirname|filename)\b/g;

/** Builds the server: its start, and the app that it loads meanwhile. */
export async function buildServer(): Promise<void> {
  const begun = new Date();
  // First: where it cannot be built, what was built before is not started.
  await rm(serverFolder, { recursive: true, force: true });
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: projectFolder,
    input: { start: 'src/start.ts', app: 'src/app.ts' },
    platform: 'node',
    external: apart,
    plugins: [
      {
        // What is read from beside a module is still there.
        name: 'places',
        transform: {
          filter: { id: /^(?!.*[\\/]node_modules[\\/]).*\.ts$/, code: place },
          handler: (code, id) => code.replaceAll(place, (_, which: string) => placeOf(id, which)),
        },
      },
    ],
    onLog(level, log, handle) {
      // Of libraries; what is wrong with our own modules is found by their checks.
      if (level === 'warn' && log.id?.includes('node_modules')) return;
      handle(level, log);
    },
  });
  const { output } = await bundle.write({ dir: serverFolder, format: 'esm' });
  await bundle.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const libraries = new Set(
    modules.flatMap((id) => library.exec(relative(projectFolder, id).replaceAll('\\', '/'))?.[0] ?? []),
  );
  const lines = [...libraries].toSorted().map((folder) => libraryOf(projectFolder, folder));
  const file = join(serverFolder, librariesFile);
  await writeFile(file, lines.join('\n'));
  await utimes(file, begun, begun);
}

function placeOf(id: string, which: string): string {
  const path = relative(serverFolder, id).replaceAll('\\', '/');
  if (which === 'url') return `new URL(${JSON.stringify(path)}, import.meta.url).href`;
  throw new Error(`${path} asks for import.meta.${which}, which is another once it is built: use import.meta.url.`);
}
