import { parseArgs } from 'node:util';
import { runKept } from './kept/run-kept.ts';

/** `node test/failure/kept-answers.ts --minutes 10 --kill --redis`, on the server that TEST_DATABASE_URL names. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    kill: { type: 'boolean', default: false },
    redis: { type: 'boolean', default: false },
  },
});
const serverUrl = process.env['TEST_DATABASE_URL'];
if (!serverUrl) throw new Error('Name a PostgreSQL server with TEST_DATABASE_URL: three nodes share it.');

const { kill, redis } = values;
const report = await runKept({ serverUrl, seconds: Number(values.minutes) * 60, kill, redis });
const { stale, foreign, wrong, disordered, lost, ...figures } = report;
const faults = { stale, foreign, wrong, disordered, lost };
console.log(`${values.minutes} min on three nodes: ${JSON.stringify(figures)}`);
for (const [kind, found] of Object.entries(faults)) console.log(`${kind}: ${found.length}`, ...found.slice(0, 3));
const didNothing = report.reads === 0 || report.writes === 0 || report.events === 0;
if (didNothing || Object.values(faults).some((found) => found.length > 0)) process.exitCode = 1;
