import { loadConfig } from '../../src/config.ts';
import { boardCases } from './board-cases.ts';
import { dialectCases } from './dialect-cases.ts';
import { inboxCases } from './inbox-cases.ts';
import { logCases } from './log-cases.ts';
import { runAtSizes } from './run.ts';
import { chartOf, tableOf } from './table.ts';

const all = [...logCases, ...boardCases, ...inboxCases, ...dialectCases];
const given = process.argv.slice(2);
const numbers = given.filter((arg) => /^\d+$/.test(arg)).map(Number);
const sizes = numbers.length > 0 ? numbers : [1000, 10_000, 100_000, 1_000_000];
const words = given.filter((arg) => !/^\d+$/.test(arg));
const cases = words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));
const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Set DATABASE_URL to a PostgreSQL server on which databases may be made.');

const runs = await runAtSizes(databaseUrl, sizes, cases);
console.log(tableOf(cases, sizes, runs));
console.log(chartOf(sizes, runs));
