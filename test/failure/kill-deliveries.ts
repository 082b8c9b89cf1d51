import { runKills } from './kill-run.ts';

/** `npm run test:kill [kills]`: the long form of kill-deliveries.test.ts, on the engine that TEST_DATABASE_URL chooses. */
const kills = Number(process.argv[2] ?? 100);
const startedAt = performance.now();
const report = await runKills({
  kills,
  serverUrl: process.env['TEST_DATABASE_URL'],
  lifeMs: () => 50 + Math.random() * 450,
});
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(
  `${kills} kills in ${seconds} s: ${report.acknowledged} leads acknowledged, ${report.repeated} deliveries made twice.`,
);
console.log(`${report.lost.length} without a delivery, ${report.doubled.length} delivered under two event ids.`);
if (report.acknowledged === 0 || report.lost.length > 0 || report.doubled.length > 0) process.exitCode = 1;
