import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unavailable } from '../../src/errors.ts';
import { limits } from '../../src/limits.ts';
import { createReport } from '../../src/server/report.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';

type Line = { msg: string; reason?: string; requests?: number; requestId?: string; cause?: { code?: string } };

let app: TestApp;
let acme: TestWorkspace;
let refusing = false;
const lines: Line[] = [];
const toldOf = (of: string) => lines.filter(({ msg, reason }) => msg === 'Unavailable.' && reason === of);

beforeAll(async () => {
  const database = await openTestDatabase();
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line) as Line) });
  const cause = Object.assign(new Error('the disk'), { code: 'ENOSPC' });
  const assertRoom = () => {
    if (refusing) throw unavailable('There is no room.', 30, new Error('wrapped', { cause }));
  };
  app = await startTestApp({ database: { ...database, assertRoom }, log });
  acme = await app.workspace();
  refusing = true;
});
afterAll(() => app.close());

it('has one line for all that was refused for one reason, over REST and the graph, with what is behind it', async () => {
  const headers = { authorization: `Bearer ${acme.keys.ai93}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ source: 'manual', targetType: 'person', displayName: 'Ada' });
  expect((await fetch(`${app.url}/api/v1/leads`, { method: 'POST', headers, body })).status).toBe(503);
  expect(await acme.graph.refusal('mutation { createLead(input: {firstName: "Ada"}) { lead { id } } }')).toBe(
    'UNAVAILABLE',
  );
  expect(toldOf('There is no room.')).toMatchObject([
    { requests: 1, cause: { message: 'wrapped', cause: { code: 'ENOSPC' } } },
  ]);
});

/** What the database answers to all that is asked of it before anybody is known. */
async function failing<Answer>(code: string, ask: () => Promise<Answer>): Promise<Answer> {
  const { pool } = app.database;
  const query = pool.query.bind(pool);
  Object.assign(pool, { query: () => Promise.reject(Object.assign(new Error('gone'), { code })) });
  try {
    return await ask();
  } finally {
    Object.assign(pool, { query });
  }
}

// Each reason is told once in a while, so each surface has its own.
it.each([
  ['REST', '57P01', 'The database does not answer. Try again in a moment.'],
  ['the graph', '57014', 'The database is busy. Try again in a moment.'],
])('has a line for what the database refuses before anybody is known: %s', async (surface, code, reason) => {
  const headers = { authorization: `Bearer ${acme.keys.ai93}` };
  const ask = async () =>
    surface === 'REST' ? fetch(`${app.url}/api/v1/leads`, { headers }) : acme.graph.send('{ viewer { __typename } }');
  expect((await failing(code, ask)).status).toBe(503);
  expect(toldOf(reason)).toMatchObject([{ requests: 1, cause: { code, message: 'gone' } }]);
});

it('says after a while how many more there were, and tells what nobody foresaw each time', () => {
  const seen: Line[] = [];
  const log = pino({}, { write: (line) => void seen.push(JSON.parse(line) as Line) });
  let now = 0;
  const report = createReport(log, () => now);
  for (const requestId of ['r1', 'r2', 'r3']) report(unavailable('Busy.', 1), requestId);
  report(unavailable('Full.', 1), 'r4');
  now = limits.unavailableLogMs - 1;
  report(unavailable('Busy.', 1), 'r5');
  now += 1;
  for (const requestId of ['r6', 'r7']) report(unavailable('Busy.', 1), requestId);
  for (const requestId of ['r8', 'r9']) report(new Error('a defect'), requestId);
  expect(seen.map(({ msg, requests, requestId }) => [msg, requests, requestId])).toEqual([
    ['Unavailable.', 1, 'r1'],
    ['Unavailable.', 1, 'r4'],
    ['Unavailable.', 4, 'r6'],
    ['A request failed.', undefined, 'r8'],
    ['A request failed.', undefined, 'r9'],
  ]);
});
