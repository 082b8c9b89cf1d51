import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { countStatements, type StatementCounter } from '../support/count-statements.ts';
import { createRestClient, type RestAnswer, type RestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let ai93: RestClient;
let counter: StatementCounter;
beforeAll(async () => {
  app = await startTestApp({ keepAnswers: true, usageFlushMs: 20 });
  workspace = await app.workspace();
  ai93 = createRestClient(app.url, workspace.keys.ai93);
  counter = countStatements(app.database);
  for (const name of ['Ada', 'Grace', 'Mary'])
    await workspace.graph.ask('mutation ($name: String!) { createLead(input: { name: $name }) { lead { id } } }', {
      name,
    });
});
afterAll(() => app.close());

const isOwn = (text: string) => /alias_usage|api_key_usage/.test(text);

/** The statements that a request takes once it was answered before, but those that write down its use. */
async function again(
  ask: () => Promise<RestAnswer>,
): Promise<{ first: RestAnswer; second: RestAnswer; statements: number }> {
  const first = await ask();
  let second = first;
  const statements = await counter.during(async () => void (second = await ask()));
  return { first, second, statements: statements.filter((text) => !isOwn(text)).length };
}

const named = ({ headers }: RestAnswer) =>
  Object.fromEntries(
    ['etag', 'link', 'deprecation', 'sunset', 'cache-control', 'content-type', 'tributary-dialect'].map((name) => [
      name,
      headers.get(name),
    ]),
  );

describe('a read whose answer is kept', () => {
  it.each([
    ['a list', '/api/v1/leads'],
    ['a page of a list, with its next one', '/api/v1/leads?limit=1'],
    ['an older spelling', '/api/v1/leads?widgetId=01jqz5v8m3k9wfp2c7hx0dtbne'],
    ['tasks', '/api/v1/tasks'],
  ])('answers %s as at first, with the statement alone that tells who asks', async (_, path) => {
    const { first, second, statements } = await again(() => workspace.quincer.get(path));
    expect(first.status).toBe(200);
    expect(statements).toBe(1);
    expect([second.text, named(second)]).toEqual([first.text, named(first)]);
  });

  it('leads on to the next page', async () => {
    const { first, second, statements } = await again(() => ai93.get('/api/v1/leads?limit=1'));
    expect(statements).toBe(1);
    expect(first.headers.get('link')).toContain('rel="next"');
    expect(named(second)).toEqual(named(first));
  });

  it('spends a unit, and tells what is left in its vendor’s words', async () => {
    const left = ({ headers }: RestAnswer) => Number(headers.get('quincer-ratelimit-remaining'));
    const { first, second } = await again(() => workspace.quincer.get('/api/v1/leads?limit=2'));
    expect(left(second)).toBe(left(first) - 1);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('counts the older spellings in each call of it', async () => {
    const path = '/api/v1/leads?widgetId=01jqz5v8m3k9wfp2c7hx0dtbnf';
    for (let calls = 0; calls < 3; calls += 1) await workspace.quincer.get(path);
    await expect
      .poll(async () => {
        const { rows } = await app.database.pool.query<{ count: number }>(
          `select sum(count)::int as count from alias_usage where alias like '%widgetId'`,
        );
        return rows[0]?.count;
      })
      .toBeGreaterThanOrEqual(3);
  });

  it('need not be sent again to who has it, nor its body with HEAD', async () => {
    const { first } = await again(() => workspace.quincer.get('/api/v1/leads'));
    const unchanged = await workspace.quincer.get('/api/v1/leads', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect([unchanged.status, unchanged.text]).toEqual([304, '']);
    const head = await fetch(`${app.url}/api/v1/leads`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${workspace.keys.quincer}` },
    });
    expect([head.status, head.headers.get('etag'), head.headers.get('content-length')]).toEqual([
      200,
      first.headers.get('etag'),
      String(Buffer.byteLength(first.text)),
    ]);
  });

  it('is shared by all who ask at once', async () => {
    await workspace.graph.ask('mutation { createLead(input: { name: "Alan" }) { lead { id } } }');
    const statements = await counter.during(async () =>
      Promise.all(Array.from({ length: 20 }, () => workspace.quincer.get('/api/v1/leads'))),
    );
    expect(statements.filter((text) => /from .*leads/i.test(text)).length).toBeLessThan(5);
  });
});

describe('what is never kept', () => {
  it.each([
    ['an error', '/api/v1/leads/01jqz5v8m3k9wfp2c7hx0dtbne', 404],
    ['what is asked wrongly', '/api/v1/leads?limit=none', 400],
  ])('%s', async (_, path, status) => {
    const { first, second } = await again(() => workspace.quincer.get(path));
    expect([first.status, second.status]).toEqual([status, status]);
  });

  it('an export', async () => {
    const { statements } = await again(() => ai93.get('/api/v1/leads.csv'));
    expect(statements).toBeGreaterThan(1);
  });

  it('what the clock decides', async () => {
    const clawcrm = createRestClient(app.url, workspace.keys.clawcrm);
    const { statements } = await again(() => clawcrm.get('/api/openclaw/leads/stalled'));
    expect(statements).toBeGreaterThan(1);
  });
});
