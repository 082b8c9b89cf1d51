import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const answersFolder = join(tmpdir(), `tributary-answers-${process.pid}`);
process.once('exit', () => rmSync(answersFolder, { recursive: true, force: true }));

/** Tests of what the other tests were answered. */
const last = 'test/compat/clawcrm/coverage.test.ts';

/**
 * One after the other, each with processes of its own: one that had opened and closed some seventy embedded databases was
 * seen to end by itself now and then. What is in none of them comes after.
 */
const groups = [
  ['test/compat/clawcrm/**/*.test.ts'],
  ['test/compat/*.test.ts', 'test/compat/{ai93,quincer}/**/*.test.ts'],
  ['test/{graph,tenancy,domain}/**/*.test.ts'],
  ['test/{webhooks,live,events,jobs}/**/*.test.ts'],
];

/** They open embedded databases of their own, whatever server the run is on. */
const notOnPostgres = process.env['TEST_DATABASE_URL'] ? ['test/db/{data-folder,data-folder-lock,upkeep}.test.ts'] : [];

const project = (name: string, include: string[], exclude: string[], groupOrder: number) => ({
  extends: true as const,
  test: { name, include, exclude: [...configDefaults.exclude, ...exclude], sequence: { groupOrder } },
});

export default defineConfig({
  resolve: {
    // Vite would load graphql's ESM build beside the CommonJS one that Node gives to libraries: two realms, one error.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    // Processes, not threads: the embedded database runs in a worker thread of its own.
    pool: 'forks',
    // A file's process is not thrown away after it: loading the product anew for each was a third of the run.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default', './test/support/totals-reporter.ts'],
    provide: { answersFolder },
    projects: [
      ...groups.map((include, groupOrder) => project(`part ${groupOrder + 1}`, include, [last], groupOrder)),
      project('rest', ['test/**/*.test.ts'], [last, ...groups.flat(), ...notOnPostgres], groups.length),
      project('coverage', [last], [], groups.length + 1),
    ],
  },
});
