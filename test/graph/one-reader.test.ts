import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const surfaces = {
  graphql: () => ({ path: '/graphql', key: workspace.keys.graphql, body: '{"query":"{ viewer { dialect } }"}' }),
  rest: () => ({
    path: '/api/v1/leads',
    key: workspace.keys.ai93,
    body: '{"displayName":"Ada","source":"manual","targetType":"customer_lead"}',
  }),
};
const named = Object.entries(surfaces);

async function send({ path, key, body }: { path: string; key: string; body: BodyInit }, headers: object = {}) {
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe.each(named)('a body for %s', (_, surface) => {
  it('is refused compressed, by a media type', async () => {
    const { status, text } = await send(
      { ...surface(), body: gzipSync(surface().body) },
      { 'content-encoding': 'gzip' },
    );
    expect(status).toBe(415);
    expect(text).toContain('uncompressed application/json in UTF-8');
  });

  it.each(['utf-16', 'iso-8859-1'])('is refused in %s', async (charset) => {
    expect((await send(surface(), { 'content-type': `application/json; charset=${charset}` })).status).toBe(415);
  });

  it.each(['utf-8', '"UTF-8"'])('is read in %s', async (charset) => {
    const { status } = await send(surface(), { 'content-type': `application/json; charset=${charset}` });
    expect([200, 201]).toContain(status);
  });

  it('is read with a byte order mark', async () => {
    const { body, ...rest } = surface();
    expect([200, 201]).toContain((await send({ ...rest, body: `\ufeff${body}` })).status);
  });

  it('is refused where it is no JSON, without an echo of it', async () => {
    const { status, text } = await send({ ...surface(), body: '{"query": secret' });
    expect(status).toBe(400);
    expect(text).not.toContain('secret');
  });
});

const create = `mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { crmData } } }`;
const withCrmData = (crmData: string) =>
  `{"query":${JSON.stringify(create)},"variables":{"input":{"name":"Ada","crmData":${crmData}}}}`;

describe('JSON', () => {
  const bad = ['{"n":12345678901234567890}', '{"n":[-9007199254740993]}', '{"n":1e400}', '{"n":{"__proto__":1}}'];

  it.each(bad)('%s is refused, naming the key, in variables, literals and REST', async (json) => {
    const { graphql, clawcrm } = workspace.keys;
    const posted = await send({ path: '/graphql', key: graphql, body: withCrmData(json) });
    expect(posted.status).toBe(400);
    expect(posted.text).toMatch(/crmData\.n/);
    const literal = json.replaceAll(/"(\w+)":/g, '$1:');
    const { errors } = await workspace.graph.send(
      `mutation { createLead(input: { name: "Ada", crmData: ${literal} }) { lead { id } } }`,
    );
    expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID' } });
    expect(errors[0]?.message).toMatch(/\(at n/);
    const body = `{"firstName":"Ada","email":"ada@example.com","crmData":${json}}`;
    const rest = await send({ path: '/api/openclaw/leads', key: clawcrm, body });
    expect(rest.status).toBe(400);
    expect(rest.text).toMatch(/crmData\.n/);
  });

  it.each(['{"n":9007199254740991}', '{"n":0.1}', '{"n":-0.5e-7}'])('%s is kept as it is', async (json) => {
    const { text } = await send({ path: '/graphql', key: workspace.keys.graphql, body: withCrmData(json) });
    expect(JSON.parse(text)).toEqual({ data: { createLead: { lead: { crmData: JSON.parse(json) } } } });
  });

  it('takes variables inside a literal', async () => {
    const document = `mutation ($v: String, $list: [Int!], $none: String) {
      createLead(input: { name: "Ada", crmData: { a: $v, b: [$list, { c: $v }], d: $none, e: 1 } }) { lead { crmData } }
    }`;
    expect(await workspace.graph.ask(document, { v: 'x', list: [1, 2] })).toEqual({
      createLead: { lead: { crmData: { a: 'x', b: [[1, 2], { c: 'x' }], e: 1 } } },
    });
  });
});

describe('an instant', () => {
  const createTask = `mutation ($dueAt: DateTime) { createTask(input: { title: "Call", dueAt: $dueAt }) { task { dueAt } } }`;
  const impossible = [
    '2026-02-30T00:00:00Z',
    '2026-02-29',
    '2026-13-01',
    '0000-01-01',
    '2026-06-31',
    '2026-01-01T25:00:00Z',
  ];

  it.each(impossible)('%s is refused in scalars, filters and parameters', async (text) => {
    expect(await workspace.graph.refusal(createTask, { dueAt: text })).toBe('INVALID');
    expect(await workspace.graph.refusal(`{ leads(filter: { updatedSince: "${text}" }) { totalCount } }`)).toBe(
      'INVALID',
    );
    for (const [path, key] of [
      ['/api/v1/leads?updated_since=', workspace.keys.quincer],
      ['/api/v1/leads?since=', workspace.keys.ai93],
      ['/api/v1/leads.csv?since=', workspace.keys.ai93],
    ] as const) {
      const { status } = await fetch(app.url + path + text, { headers: { authorization: `Bearer ${key}` } });
      expect([path, status]).toEqual([path, 400]);
    }
  });

  it.each([
    ['20261129', 400],
    ['99999999', 400],
    ['9999-12-31T23:59:59-01:00', 400],
    ['1e9', 400],
    ['0', 200],
    ['1796083200', 200],
    ['2026-11-29T10:00', 200],
    ['2026-11-29T10:00:00+01:00', 200],
    ['2024-02-29', 200],
  ])('%s as a parameter answers %i', async (text, status) => {
    const headers = { authorization: `Bearer ${workspace.keys.ai93}` };
    expect((await fetch(`${app.url}/api/v1/leads?since=${text}`, { headers })).status).toBe(status);
  });
});

describe('persisted queries', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const refusal = {
    errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
  };

  it('are answered so that a client sends the whole query, by GET and POST', async () => {
    const { graphql } = workspace.keys;
    const posted = await send({ path: '/graphql', key: graphql, body: JSON.stringify({ extensions }) });
    expect([posted.status, JSON.parse(posted.text)]).toEqual([200, refusal]);
    const search = new URLSearchParams({ extensions: JSON.stringify(extensions) }).toString();
    const headers = { authorization: `Bearer ${graphql}`, accept: 'application/json' };
    const got = await fetch(`${app.url}/graphql?${search}`, { headers });
    expect([got.status, await got.json()]).toEqual([200, refusal]);
  });

  it('are executed where the query comes along', async () => {
    const body = JSON.stringify({ query: '{ viewer { dialect } }', extensions });
    const { status, text } = await send({ path: '/graphql', key: workspace.keys.graphql, body });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { viewer: { dialect: 'GRAPHQL' } } }]);
  });
});
