import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isServerBuilt, librariesFile } from '../../src/built-server.ts';

let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'tributary-built-'));
  for (const folder of ['src/domain/leads', 'schema', 'compat', 'dist']) {
    await mkdir(join(project, folder), { recursive: true });
  }
  await writeFile(join(project, 'src/domain/leads/list.ts'), 'one');
  await at(100, 'src/domain/leads/list.ts', 'src/domain/leads', 'src/domain', 'src', 'schema', 'compat');
});
afterEach(() => rm(project, { recursive: true }));

const at = async (seconds: number, ...paths: readonly string[]) => {
  for (const path of paths) await utimes(join(project, path), seconds, seconds);
};

async function build(libraries = 'node_modules/none '): Promise<void> {
  await writeFile(join(project, 'dist/start.js'), 'built');
  await writeFile(join(project, 'dist', librariesFile), libraries);
  await at(200, join('dist', librariesFile));
}

it('a server that was never built starts from its sources', () => {
  expect(isServerBuilt(project)).toBe(false);
});

it('a server whose build broke off starts from its sources', async () => {
  await writeFile(join(project, 'dist/start.js'), 'half of');
  expect(isServerBuilt(project)).toBe(false);
});

it('a server is taken as built until a module is changed, added or taken away', async () => {
  await build();
  expect(isServerBuilt(project)).toBe(true);
  await at(300, 'src/domain/leads/list.ts');
  expect(isServerBuilt(project)).toBe(false);
  await at(100, 'src/domain/leads/list.ts');
  expect(isServerBuilt(project)).toBe(true);
  await rm(join(project, 'src/domain/leads/list.ts'));
  expect(isServerBuilt(project)).toBe(false);
});

it('a server is not taken as built once another version of a library in it was installed, or none', async () => {
  const library = join(project, 'node_modules/graphql/package.json');
  await mkdir(join(project, 'node_modules/graphql'), { recursive: true });
  await writeFile(library, '{"version":"16.0.0"}');
  await build('node_modules/graphql 16.0.0');
  expect(isServerBuilt(project)).toBe(true);
  await writeFile(library, '{"version":"16.0.1"}');
  expect(isServerBuilt(project)).toBe(false);
  await rm(library);
  expect(isServerBuilt(project)).toBe(false);
});

it('what is no module may change', async () => {
  await writeFile(join(project, 'schema/README.md'), 'words');
  await at(100, 'schema');
  await build();
  expect(isServerBuilt(project)).toBe(true);
});
