import { runMailKills } from './kill-mail-run.ts';

/** `npm run test:kill-mail [kills] [mails] [seed]`: the long form of kill-mails.test.ts, on the engine that TEST_DATABASE_URL chooses. */
const kills = Number(process.argv[2] ?? 50);
const mails = Number(process.argv[3] ?? 200);
const seed = Number(process.argv[4] ?? Date.now() % 1_000_000);
const startedAt = performance.now();
const report = await runMailKills({ kills, mails, serverUrl: process.env['TEST_DATABASE_URL'], seed });
const { states, twice, forgotten, unread, untold, unknown, midway, mostUncertain, uncertainRead } = report;
const uncertain = states['UNCERTAIN'] ?? 0;
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`${mails} mails, ${kills} kills (${midway} while mail was being sent) in ${seconds} s, seed ${seed}.`);
console.log(`${JSON.stringify(states)}; of those that are uncertain the server had read ${uncertainRead}.`);
console.log(`${uncertain} are uncertain, of ${mostUncertain} that may be: what was under way at a kill.`);
console.log(
  `${twice.length} read twice, ${unknown.length} read that nobody knows of, ${forgotten.length} forgotten, ${unread.length} sent and never read,`,
);
console.log(`${untold.length} without the event that tells of it, or with one too many.`);
const faults = [...twice, ...unknown, ...forgotten, ...unread, ...untold];
if (faults.length > 0 || uncertain > mostUncertain || (states['SENT'] ?? 0) === 0) process.exitCode = 1;
