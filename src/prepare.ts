import { execFileSync } from 'node:child_process';
import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { compileCacheFolder } from './compile-cache.ts';
import { openTemplate } from './db/embedded/template.ts';
import { builtModule, isServerBuilt, projectFolder } from './built-server.ts';
import { buildOrTell } from './prepare/build-or-tell.ts';
import { buildServer } from './prepare/build-server.ts';

// Run by npm after it has installed: makes the Prisma client, the console, the widget, the template from which embedded databases are copied,
// the server in a few files, and the compiled modules that the first start takes up.

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
execFileSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  cwd: projectFolder,
  stdio: ['ignore', 'pipe', 'pipe'],
});

await buildOrTell('console', async () => {
  const { build } = await import('vite');
  await build({ configFile: fileURLToPath(new URL('../console/vite.config.ts', import.meta.url)), logLevel: 'error' });
});
await buildOrTell('widget', async () => (await import('../widget/build.ts')).buildWidget());

const print = (details: object, message: string) => process.stderr.write(`${message} ${inspect(details)}\n`);
try {
  (await openTemplate({ info() {}, warn: print, error: print })).discard();
} catch (error) {
  // An empty folder opens without it too, some seconds later; an installation should not fail for that.
  print({ error }, 'The template of an empty database could not be made.');
}

// Where it fails, the server starts from its sources, only later.
await buildOrTell('server', buildServer);

enableCompileCache(compileCacheFolder);
if (isServerBuilt()) await import(builtModule('app'));
else await import('./app.ts');
flushCompileCache();
process.exit(0);
