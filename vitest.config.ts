import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vite would load graphql's ESM build beside the CommonJS one that Node gives to libraries: two realms, one error.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: the embedded database runs in a worker thread of its own.
    pool: 'forks',
    // A file's process is not thrown away after it: loading the product anew for each was a third of the run.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default', './test/support/totals-reporter.ts'],
  },
});
