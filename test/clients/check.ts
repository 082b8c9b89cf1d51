import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { generate } from 'orval';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const documents = globSync('compat/openapi/*.json', { cwd: root }).map((path) => basename(path, '.json'));

const orval = (client: 'fetch' | 'zod') => (document: string, folder: string) =>
  generate({ input: { target: document }, output: { target: join(folder, 'index.ts'), client, mode: 'single' } });

/** What people make their clients with. */
const generators: Readonly<Record<string, (document: string, folder: string) => Promise<unknown>>> = {
  'openapi-typescript': async (document, folder) => {
    const types = astToString(await openapiTypescript(pathToFileURL(document)));
    await writeFile(join(folder, 'index.ts'), types);
  },
  'openapi-ts': (document, folder) =>
    createClient({ input: document, output: folder, logs: { level: 'silent' }, plugins: ['@hey-api/client-fetch'] }),
  'orval-fetch': orval('fetch'),
  'orval-zod': orval('zod'),
};

const compilerOptions = {
  strict: true,
  noEmit: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
};

/** Makes a client of each document with each generator, and compiles them all under `strict`. */
async function check(workplace: string): Promise<void> {
  await writeFile(join(workplace, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(workplace, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['made'] }));
  await symlink(join(root, 'node_modules'), join(workplace, 'node_modules'));
  for (const document of documents) {
    for (const [name, make] of Object.entries(generators)) {
      const folder = join(workplace, 'made', name, document);
      await mkdir(folder, { recursive: true });
      await make(join(root, 'compat', 'openapi', `${document}.json`), folder);
      if ((await readdir(folder)).length === 0) throw new Error(`${name} makes nothing of ${document}.json.`);
    }
  }
  const compiled = await run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', workplace]).catch(
    (error: unknown) => error,
  );
  if (!(compiled instanceof Error)) return;
  process.stderr.write(`${'stdout' in compiled ? String(compiled.stdout) : compiled.message}\n`);
  process.exitCode = 1;
}

const workplace = await mkdtemp(join(tmpdir(), 'tributary-clients-'));
try {
  await check(workplace);
} finally {
  await rm(workplace, { recursive: true });
}
