import { systemClock } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { createJobWorker } from '../../src/jobs/queue/worker.ts';
import { createPulses } from '../../src/pulses.ts';

// Carries out the jobs of the kind `hangs`, which never end, on the database of its first two arguments, until it is killed.
const [dataDir = '', databaseUrl] = process.argv.slice(2);
const database = await openDatabase({ dataDir, ...(databaseUrl && { databaseUrl }) });
const log = { error: () => {}, info: () => {} };
const run = (): Promise<never> => {
  process.stdout.write('begun\n');
  return new Promise(() => {});
};
const hangs = { runner: { run }, attempts: 3, deadlineMs: 600_000, atOnce: 1, perOrganisation: 1, everyMs: null };
createJobWorker({ database, clock: systemClock, log, pulses: createPulses(log), works: { hangs } }).start();
process.stdout.write('open\n');
// The worker alone keeps no process alive.
setInterval(() => {}, 1000);
