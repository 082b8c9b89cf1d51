import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { countStatements, type StatementCounter } from '../support/count-statements.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { overServerSentEvents, overWebSocket, take, type Transport } from './product-client.ts';

let app: TestApp;
let workspace: TestWorkspace;
let statements: StatementCounter;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  statements = countStatements(app.database);
});
afterAll(() => app.close());

const transports: [string, Transport][] = [
  ['a websocket', overWebSocket],
  ['HTTP', overServerSentEvents],
];

describe.each(transports)('over %s', (_, transport) => {
  const query = '{ leads(first: 50) { nodes { id } } eventCursor }';
  const readsLeads = /from "?(public"?\."?)?leads/i;
  const ask = () => take(transport(app, workspace.keys.graphql, { query }, new AbortController().signal), 1);

  it('a list and its cursor are read together, and no list before the cursor is known', async () => {
    expect(await statements.during(ask)).toContainEqual(expect.stringMatching(readsLeads));
    await app.database.pool.query('alter table events rename to hidden_events');
    try {
      let answers: unknown;
      const sent = await statements.during(async () => {
        answers = await ask();
        // An answer may leave before what was begun beside its error: this is begun after that.
        await workspace.graph.ask('{ tasks(first: 50) { nodes { id } } }');
      });
      expect(answers).toMatchObject([{ errors: [{ extensions: { code: 'INTERNAL' } }] }]);
      expect(sent).not.toContainEqual(expect.stringMatching(readsLeads));
    } finally {
      await app.database.pool.query('alter table hidden_events rename to events');
    }
  });
});

/** The status with which a stream of events begins, and all of its text where it ends by itself. */
async function stream(query: string, key = workspace.keys.graphql) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

describe('server-sent events', () => {
  const leads = '{ leadEvents { id } }';

  it.each([
    ['an expired cursor', 'subscription { leadEvents(after: "evt_ffffffffffffffff") { id } }', 'CURSOR_EXPIRED'],
    ['an operation without its scope', `subscription ${leads}`, 'FORBIDDEN'],
    ['an argument that is none', 'subscription { leadEvents(stage: "\\u0000") { id } }', 'INVALID'],
    ['an unknown field', 'subscription { leadEvents { nothing } }', 'INVALID'],
    ['what cannot be parsed', 'subscription {', 'INVALID'],
    ['a query without its scope', '{ leads { nodes { id } } }', 'FORBIDDEN'],
  ])('tell of %s in an answer and complete', async (_, query, code) => {
    const key = code === 'FORBIDDEN' ? (await workspace.graphAs(['tasks:read'])).key : workspace.keys.graphql;
    const { status, text } = await stream(query, key);
    expect(status).toBe(200);
    expect(text).toMatch(new RegExp(`event: next\\ndata: \\{"errors":.*"code":"${code}".*\\n\\nevent: complete\\n`));
    expect(text).not.toContain('"http"');
  });
});
