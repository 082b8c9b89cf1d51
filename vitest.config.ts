import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { sameOnBoth } from './test/same-on-both.ts';
import { patiently } from './test/support/patiently.ts';
import { withoutDatabase } from './test/without-database.ts';

const answersFolder = join(tmpdir(), `tributary-answers-${process.pid}`);
process.once('exit', () => rmSync(answersFolder, { recursive: true, force: true }));

/** Tests of what the other tests were answered. */
const last = 'test/compat/clawcrm/coverage.test.ts';

/** Tests of a vendor that is not there: test/fourth-vendor/prove.ts puts them into a copy of the tree. */
const ofTheFourth = 'test/fourth-vendor/lumbra/**';

/** Tests that drive Chromium. The widget is built before them, and the console where its sources are newer. */
const inABrowser = 'test/{console,widget}/**/*.test.ts';

/** With `--sequence.shuffle` Vitest puts files in an order of its own. */
const isShuffled = process.argv.some((argument) => argument.startsWith('--sequence.shuffle'));

/** They open embedded databases of their own, whatever server the run is on. */
const notOnPostgres = process.env['TEST_DATABASE_URL'] ? ['test/db/{data-folder,data-folder-lock,upkeep}.test.ts'] : [];

/** Set by `npm run test:postgres -- --what-may-differ`. */
const toldOnEmbedded = process.env['TEST_WHAT_MAY_DIFFER'] ? sameOnBoth : [];

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
    // One more than two cores: a third of a test's time it waits, for a database or for a bound to pass.
    maxWorkers: 3,
    // They end what hangs; a machine that does much else takes several times as long as an idle one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: patiently },
    reporters: ['default', './test/support/totals-reporter.ts'],
    provide: { answersFolder },
    sequence: isShuffled ? {} : { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'first',
          include: ['test/**/*.test.ts'],
          exclude: [
            ...configDefaults.exclude,
            last,
            ofTheFourth,
            inABrowser,
            ...withoutDatabase,
            ...notOnPostgres,
            ...toldOnEmbedded,
          ],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'no-database',
          include: [...withoutDatabase],
          setupFiles: ['./test/support/no-database.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [inABrowser],
          globalSetup: './test/support/build-for-browsers.ts',
          // Another program of many processes, on cores that the rest of the run wants too. What only a second try passed is
          // told at the end of the run.
          retry: 1,
          // By themselves, and two at once: beside the others a page took longer than a person would wait.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'last', include: [last], sequence: { groupOrder: 2 } } },
    ],
  },
});
