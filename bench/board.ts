// What a board of leads asks, at 1,000 and at 1,000,000 leads: `node bench/board.ts`, or `node bench/board.ts 200000`
// for another number, on PostgreSQL at DATABASE_URL.
import { boardCases } from './scale/board-cases.ts';
import { seedBoard } from './scale/board-seed.ts';
import { runAtScale } from './scale/run-at-scale.ts';

await runAtScale({ things: 'leads', cases: boardCases, tables: ['leads'], seed: seedBoard });
