import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rateLimitPolicy } from '../../src/access/rate-limit.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock, rateLimitPolicy: rateLimitPolicy(6000) });
  workspace = await app.workspace();
});
afterAll(() => app.close());

const viewer = '{ viewer { __typename } }';
const json = { 'content-type': 'application/json' };

type Asked = { readonly path?: string; readonly key?: string | null };

/** Asks with the workspace's own key, or with another one. */
async function ask(init: RequestInit = {}, { path = '', key = workspace.keys.graphql }: Asked = {}) {
  const headers = new Headers(init.headers);
  if (key) headers.set('authorization', `Bearer ${key}`);
  const response = await fetch(`${app.url}/graphql${path}`, { ...init, headers });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const refused = (code: string) => ({ errors: [{ extensions: { code } }] });

describe('requests that are no operation', () => {
  test.each([
    ['malformed JSON', post('{"query":'), 400],
    ['a number for a query', post({ query: 1 }), 400],
    ['an unknown parameter', post({ query: viewer, foo: 1 }), 400],
    ['a name that no operation has', post({ query: `query A ${viewer}`, operationName: 'B' }), 400],
    ['a document without an operation', post({ query: 'fragment F on Lead { id }' }), 400],
    ['another content type', post('<query/>', { 'content-type': 'text/xml' }), 415],
    ['an upload', post('--x--', { 'content-type': 'multipart/form-data; boundary=x' }), 415],
    ['an answer in a format we do not have', post({ query: viewer }, { accept: 'text/csv' }), 406],
    ['another method', { method: 'DELETE' }, 405],
  ])('are refused: %s', async (_, init, status) => {
    const answer = await ask(init);
    expect(answer).toMatchObject({ status, body: refused('INVALID') });
    expect(answer.headers.get('ratelimit')).toMatch(/^"reads";r=\d+;t=\d+$/);
  });

  test('are refused over 1 MiB, whether they say their length or not', async () => {
    const query = `${viewer} # ${'a'.repeat(1024 * 1024)}`;
    const told = await ask(post({ query }));
    expect(told).toMatchObject({ status: 413, body: refused('INVALID') });
    const untold = { ...post({ query }), body: new Blob([JSON.stringify({ query })]).stream(), duplex: 'half' };
    expect(await ask(untold)).toMatchObject({ status: 413, body: refused('INVALID') });
    expect(await ask(post({ query: viewer }))).toMatchObject({ status: 200 });
  });

  test('run nothing for a hash in place of a query', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'ab' };
    const body = refused('PERSISTED_QUERY_NOT_SUPPORTED');
    expect(await ask(post({ extensions: { persistedQuery } }))).toMatchObject({ body });
  });
});

describe('GET', () => {
  test('runs queries', async () => {
    const { status, body } = await ask({}, { path: `?query=${encodeURIComponent(viewer)}` });
    expect([status, body]).toEqual([200, { data: { viewer: { __typename: 'Viewer' } } }]);
  });

  test('does not run mutations', async () => {
    const mutation = encodeURIComponent('mutation { createBusiness(input: { name: "GET" }) { business { id } } }');
    const answer = await ask({}, { path: `?query=${mutation}` });
    expect(answer).toMatchObject({ status: 405, body: refused('INVALID') });
    expect(answer.headers.get('allow')).toBe('POST');
    expect(JSON.stringify(await workspace.graph.ask('{ businesses { nodes { name } } }'))).not.toContain('GET');
  });

  test('gives a browser GraphiQL, and nobody else', async () => {
    const browser = { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };
    const page = await ask(browser, { key: null });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(String(page.body)).toContain('<title>Tributary GraphiQL</title>');
    expect(await ask({}, { key: null })).toMatchObject({ status: 401 });
    expect(await ask({ headers: { accept: 'application/json, text/html;q=0.5' } }, { key: null })).toMatchObject({
      status: 401,
    });
  });
});

describe('callers', () => {
  test.each([
    ['no key', () => null],
    ['an unknown key', () => `tby_${'x'.repeat(43)}`],
    ['a public widget key', () => workspace.keys.widget],
  ])('are told to authenticate with %s', async (_, key) => {
    const answer = await ask(post({ query: viewer }), { key: key() });
    expect(answer).toMatchObject({ status: 401, body: refused('UNAUTHENTICATED') });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('ratelimit')).toBeNull();
  });

  test('of other origins may ask, after a preflight without a key', async () => {
    const preflight = await ask({ method: 'OPTIONS', headers: { origin: 'https://shop.example' } }, { key: null });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST');
    const answer = await ask(post({ query: viewer }, { origin: 'https://shop.example' }));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Quincer-RateLimit-Remaining');
  });

  test('find their request id on the answer', async () => {
    const answer = await ask(post({ query: viewer }, { 'x-request-id': 'mine-1' }));
    expect(answer.headers.get('x-request-id')).toBe('mine-1');
  });

  test('are told no more of what goes wrong on our side than the id of the request', async () => {
    await app.database.pool.query('alter table widgets rename column name to hidden_name');
    try {
      const query = '{ viewer { __typename } widgets(first: 1) { nodes { name } } }';
      const { body } = await ask(post({ query }, { 'x-request-id': 'mine-2' }));
      expect(body).toMatchObject({
        errors: [{ path: ['widgets'], extensions: { code: 'INTERNAL', requestId: 'mine-2' } }],
      });
      expect(JSON.stringify(body)).not.toMatch(/prisma|hidden|sql/i);
    } finally {
      await app.database.pool.query('alter table widgets rename column hidden_name to name');
    }
  });
});

describe('batches', () => {
  test('answer each entry on its own, up to ten', async () => {
    const mutation = 'mutation { createBusiness(input: { name: "Batch" }) { business { name } } }';
    const { body } = await ask(
      post([{ query: viewer }, { query: mutation }, { query: '{ nothing }' }, { query: '{' }]),
    );
    expect(body).toMatchObject([
      { data: { viewer: {} } },
      { data: { createBusiness: { business: { name: 'Batch' } } } },
      refused('INVALID'),
      refused('INVALID'),
    ]);
    const tooMany = Array.from({ length: 11 }, () => ({ query: viewer }));
    expect(await ask(post(tooMany))).toMatchObject({ status: 413, body: refused('INVALID') });
  });

  test('carry no subscriptions', async () => {
    const batch = [{ query: 'subscription { leadEvents { id } }' }, { query: viewer }];
    const { body } = await ask(post(batch, { accept: 'application/json, text/event-stream' }));
    expect(body).toMatchObject([refused('INVALID'), { data: {} }]);
  });

  test('take entries that are no operations for what they are', async () => {
    expect(await ask(post([null, 1, []]))).toMatchObject({
      body: [refused('INVALID'), refused('INVALID'), refused('INVALID')],
    });
  });
});

describe('limits', () => {
  const remaining = ({ headers }: { headers: Headers }) => Number(headers.get('quincer-ratelimit-remaining'));
  const mutation = 'mutation { updateTask(id: "tsk_0", input: { title: "x" }) { task { id } } }';

  test('stand on every answer to a Quincer key, and go down by one for each operation', async () => {
    const { keys } = await app.workspace();
    const key = { key: keys.quincer };
    const first = await ask(post({ query: viewer }), key);
    expect(first.headers.get('quincer-ratelimit-limit')).toBe('100');
    expect(Number(first.headers.get('quincer-ratelimit-reset'))).toBeGreaterThan(clock.now().getTime() / 1000);
    expect(remaining(first)).toBe(99);
    expect(remaining(await ask(post({ query: '{ nothing }' }), key))).toBe(98);
    expect(remaining(await ask(post('{'), key))).toBe(97);
    expect(remaining(await ask(post([{ query: viewer }, { query: viewer }, { query: viewer }]), key))).toBe(94);
    const write = await ask(post([{ query: viewer }, { query: mutation }, { query: viewer }]), key);
    expect(write.headers.get('quincer-ratelimit-limit')).toBe('30');
    expect(remaining(write)).toBe(29);
    expect(remaining(await ask(post({ query: viewer }), key))).toBe(91);
  });

  test('refuse what is over them with 429 and the time to wait', async () => {
    const { keys } = await app.workspace();
    const key = { key: keys.quincer };
    const ten = Array.from({ length: 10 }, () => ({ query: mutation }));
    for (let batch = 0; batch < 3; batch += 1) expect((await ask(post(ten), key)).status).toBe(200);
    const over = await ask(post({ query: mutation }), key);
    expect(over).toMatchObject({ status: 429, body: refused('LIMITED') });
    expect(JSON.stringify(over.body)).toMatch(
      /Rate limit exceeded\. 0 write requests remaining\. Retry after \d+ seconds\./,
    );
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(remaining(over)).toBe(0);
    expect((await ask(post({ query: viewer }), key)).status).toBe(200);
  });
});
