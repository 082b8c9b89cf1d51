import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unavailable } from '../../src/errors.ts';
import { createReport } from '../../src/server/report.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';

type Line = { msg: string; reason?: string; requests?: number; requestId?: string; cause?: { code?: string } };

let app: TestApp;
let acme: TestWorkspace;
let refusing = false;
const lines: Line[] = [];
const told = () => lines.filter(({ msg }) => msg === 'Unavailable.');

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
  expect(told()).toMatchObject([
    { reason: 'There is no room.', requests: 1, cause: { message: 'wrapped', cause: { code: 'ENOSPC' } } },
  ]);
});

it('has a line for what the database refuses before anybody is known', async () => {
  const { pool } = app.database;
  const query = pool.query.bind(pool);
  const lost = Object.assign(new Error('gone'), { code: '57P01' });
  Object.assign(pool, { query: () => Promise.reject(lost) });
  const headers = { authorization: `Bearer ${acme.keys.ai93}` };
  const rest = await fetch(`${app.url}/api/v1/leads`, { headers });
  const graph = await acme.graph.send('{ viewer { __typename } }');
  Object.assign(pool, { query });
  expect([rest.status, graph.status]).toEqual([503, 503]);
  expect(told().at(-1)).toMatchObject({ reason: 'The database does not answer. Try again in a moment.' });
  expect(told().at(-1)?.cause).toEqual({ code: '57P01', message: 'gone' });
});

it('says after a while how many more there were, and tells what nobody foresaw each time', () => {
  const seen: Line[] = [];
  const log = pino({}, { write: (line) => void seen.push(JSON.parse(line) as Line) });
  const report = createReport(log, 0);
  const slow = createReport(log, 1_000_000);
  for (let request = 1; request <= 3; request += 1) slow(unavailable('Busy.', 1), `r${request}`);
  report(unavailable('Busy.', 1), 'r4');
  for (const requestId of ['r5', 'r6']) report(new Error('a defect'), requestId);
  expect(seen.map(({ msg, requestId }) => [msg, requestId])).toEqual([
    ['Unavailable.', 'r1'],
    ['Unavailable.', 'r4'],
    ['A request failed.', 'r5'],
    ['A request failed.', 'r6'],
  ]);
});
