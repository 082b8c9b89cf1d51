import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateLimitPolicy } from '../../../src/access/rate-limit.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements, type StatementCounter } from '../../support/count-statements.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let counter: StatementCounter;
beforeAll(async () => {
  app = await startTestApp({ keepAnswers: true, rateLimitPolicy: rateLimitPolicy(100_000) });
  workspace = await app.workspace();
  counter = countStatements(app.database);
});
afterAll(() => app.close());

const query = '{ leads { nodes { name } } }';

const post = async (body: unknown, headers: Record<string, string> = {}, url = app.url) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.keys.graphql}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const get = async (search: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/graphql?${new URLSearchParams(search).toString()}`, {
    headers: { authorization: `Bearer ${workspace.keys.graphql}`, accept: 'application/json', ...headers },
  });

/** How many statements a request takes once it was answered before: the one that tells who asks, where it was kept. */
async function statementsAgain(ask: () => Promise<Response>): Promise<number> {
  await (await ask()).text();
  return (await counter.during(async () => (await ask()).text())).length;
}

describe('a query whose answer is kept', () => {
  it('is told who asks, what is left and what it may be read by, each time anew', async () => {
    const [first, second] = [await post({ query }), await post({ query }, { 'x-request-id': 'mine' })];
    const names = (response: Response) =>
      [...response.headers.keys()].filter((name) => !['date', 'connection', 'keep-alive'].includes(name));
    expect(names(second)).toEqual(names(first));
    expect(second.headers.get('x-request-id')).toBe('mine');
    expect(second.headers.get('access-control-allow-origin')).toBe('*');
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
    expect(left(second)).toBe(left(first) - 1);
    expect(await second.text()).toBe(await first.text());
  });

  it('is kept for each media type that is asked for', async () => {
    const media = 'application/graphql-response+json';
    await post({ query }, { accept: 'application/json' });
    const answer = await post({ query }, { accept: media });
    expect(answer.headers.get('content-type')).toContain(media);
    expect((await post({ query }, { accept: media })).headers.get('content-type')).toContain(media);
    expect((await post({ query }, { accept: 'application/json' })).headers.get('content-type')).toContain(
      'application/json',
    );
    expect((await post({ query }, { accept: 'image/png' })).status).toBe(406);
  });

  it('is refused once the key’s units are spent, as any other', async () => {
    const strict = await startTestApp({
      database: app.database,
      keepAnswers: true,
      rateLimitPolicy: rateLimitPolicy(2),
    });
    const { keys } = await strict.workspace();
    const ask = () => post({ query }, { authorization: `Bearer ${keys.graphql}` }, strict.url);
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('retry-after')).not.toBeNull();
    expect(await answers[2]?.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMITED' } }] });
    await strict.app.close();
  });

  it('ends with its key', async () => {
    const key = await workspace.graphAs(['leads:read']);
    const ask = () => post({ query }, { authorization: `Bearer ${key.key}` });
    expect(await statementsAgain(ask)).toBe(1);
    await app.database.pool.query(
      `update api_keys set revoked_at = now() where id in (select id from api_keys order by id desc limit 1)`,
    );
    expect((await ask()).status).toBe(401);
  });

  it('carries its tag where it was got, and need not be sent again', async () => {
    for (const turn of ['first', 'again']) {
      const answer = await get({ query });
      const etag = answer.headers.get('etag') ?? '';
      expect([turn, etag]).toEqual([turn, expect.stringMatching(/^"[\w-]{43}"$/)]);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      const unchanged = await get({ query }, { 'if-none-match': etag });
      expect([unchanged.status, await unchanged.text(), unchanged.headers.get('etag')]).toEqual([304, '', etag]);
      expect(unchanged.headers.get('ratelimit')).not.toBeNull();
    }
    expect((await post({ query }, { 'if-none-match': '*' })).status).toBe(200);
  });

  it('is asked of the database once by all who ask at once', async () => {
    await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    const statements = await counter.during(async () =>
      Promise.all(Array.from({ length: 20 }, async () => (await post({ query })).text())),
    );
    expect(statements.filter((text) => /from .*leads/i.test(text))).toHaveLength(1);
  });
});

describe('what is never kept', () => {
  it.each([
    [
      'an answer with an error',
      { query: 'query ($id: ID!) { recommendPlaybook(leadId: $id) { reason } }', variables: { id: 'x' } },
    ],
    [
      'an answer with an error beside data',
      { query: '{ lead(id: "ld_1") { id } stages { id } bad: leadConnections(id: "ld_1") { reasons } }' },
    ],
    ['who asks', { query: '{ viewer { apiKeyId } stages { id } }' }],
    ['what the clock decides', { query: '{ stalledLeads { totalCount nodes { reason } } }' }],
    ['several operations', [{ query: '{ stages { id } }' }, { query: '{ stages { key } }' }]],
    ['one operation in a list', [{ query: '{ stages { name } }' }]],
  ])('%s', async (_, body) => {
    expect(await statementsAgain(() => post(body))).toBeGreaterThan(1);
  });

  it('what is asked with an Idempotency-Key', async () => {
    let count = 0;
    expect(await statementsAgain(() => post({ query }, { 'idempotency-key': `key-${(count += 1)}` }))).toBeGreaterThan(
      1,
    );
  });

  it('what is asked for as a stream', async () => {
    expect(await statementsAgain(() => post({ query }, { accept: 'text/event-stream' }))).toBeGreaterThan(1);
  });

  it('anything, where it is switched off', async () => {
    const off = await startTestApp({ keepAnswers: false, database: app.database });
    expect(await statementsAgain(() => post({ query: '{ stages { order } }' }, {}, off.url))).toBeGreaterThan(1);
    await off.app.close();
  });

  it.each([
    ['no JSON', '{'],
    ['nothing to ask', '{}'],
    ['no query', '{"query":"{"}'],
    ['no document', '{"query":7}'],
  ])('%s, which is refused as ever', async (_, body) => {
    const [first, second] = [await post(body), await post(body)];
    expect([second.status, await second.text()]).toEqual([first.status, expect.stringContaining('"errors"')]);
  });
});
