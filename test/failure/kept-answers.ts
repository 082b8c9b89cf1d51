import { parseArgs } from 'node:util';
import { runKept } from './kept-run.ts';

/** `node test/failure/kept-answers.ts --seconds 60 --kill`, on the server that TEST_DATABASE_URL names. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, kill: { type: 'boolean', default: false } },
});
const serverUrl = process.env['TEST_DATABASE_URL'];
if (!serverUrl) throw new Error('Name a PostgreSQL server with TEST_DATABASE_URL: two nodes share it.');

const report = await runKept({ serverUrl, seconds: Number(values.seconds), kill: values.kill });
const { reads, writes, kills, repeated, unanswered, ...wrong } = report;
console.log(
  `${reads} reads and ${writes} writes on two nodes, ${kills} kills; ${repeated} reads told the same again, ${unanswered} not answered.`,
);
for (const [kind, found] of Object.entries(wrong)) console.log(`${kind}: ${found.length}`, ...found.slice(0, 3));
if (reads === 0 || writes === 0 || Object.values(wrong).some((found) => found.length > 0)) process.exitCode = 1;
