// Loaded into the server that `churn.ts` starts: on SIGUSR2 it collects garbage and writes what is left to the file CHURN_PROBE.
import { renameSync, writeFileSync } from 'node:fs';

const file = process.env['CHURN_PROBE'] ?? '';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  writeFileSync(`${file}.new`, JSON.stringify({ heapUsed, rss, resources: process.getActiveResourcesInfo() }));
  renameSync(`${file}.new`, file);
});
