import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rateLimitPolicy } from '../../src/access/rate-limit.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { seedEverything } from '../support/seed-everything.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock: createTestClock(), rateLimitPolicy: rateLimitPolicy(200) });
  workspace = await app.workspace();
  await seedEverything(app.database, workspace.orgId, 3);
});
afterAll(() => app.close());

type Answer = { readonly status: number | undefined; readonly headers: Record<string, string>; readonly body: string };

/** An answer as it came, and who sent it: what Yoga is told of limits it writes in lower case. */
async function post(body: string, more: Record<string, string>, key: string): Promise<Answer & { isPlain: boolean }> {
  const sent = request(`${app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more },
  });
  sent.end(body);
  const { promise, resolve, reject } = Promise.withResolvers<Answer & { isPlain: boolean }>();
  sent.once('error', reject);
  sent.once('response', (response) => {
    const { statusCode: status, rawHeaders } = response;
    const named = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []));
    const ofEach: ReadonlySet<string> = new Set(['x-request-id', 'date', 'connection', 'keep-alive']);
    const headers = Object.fromEntries(
      named.flatMap(([name, value]) =>
        ofEach.has(name.toLowerCase()) ? [] : [[name.toLowerCase(), value.replace(/r=\d+;t=\d+/, 'r=n;t=n')]],
      ),
    );
    const isPlain = rawHeaders.includes('RateLimit');
    text(response).then((read) => resolve({ status, headers, body: read, isPlain }), reject);
  });
  return promise;
}

/** What only Yoga reads, and answers as `application/json`. */
const weighed = { accept: 'application/json;q=0.9' };

const leads =
  'query Leads($first: Int = 2) { leads(first: $first) { nodes { id name stage { key } notes { nodes { body } } } } }';
const plain = {
  'a query': { query: leads },
  'a query with variables': { query: leads, variables: { first: 1 } },
  'no variables': { query: leads, variables: null, operationName: null },
  'one of two operations': { query: `${leads} query Other { tasks { nodes { title } } }`, operationName: 'Other' },
  'what the schema is': { query: '{ __schema { queryType { name } } __typename }' },
  'nothing that is there': { query: '{ lead(id: "ld_01jqz5v8m3k9wfp2c7hx0dtbne") { id } }' },
};

const others = {
  'a change': { query: 'mutation { createTask(input: { title: "" }) { task { id } } }' },
  'two operations and no name': { query: `${leads} query Other { __typename }` },
  'a document that is none': { query: '{ leads {' },
  'a field that is not there': { query: '{ leads { nodes { nothing } } }' },
  'what is too large': { query: '{ leads(first: 200) { nodes { notes(first: 200) { nodes { id } } } } }' },
  'variables of another type': { query: leads, variables: { first: 'two' } },
  'variables out of bounds': { query: leads, variables: { first: 0 } },
  'variables that are a list': { query: leads, variables: [1] },
  'an answer with an error': { query: '{ leads(after: "ld_01jqz5v8m3k9wfp2c7hx0dtbne") { nodes { id } } }' },
  'an error beside data': { query: '{ leads(first: 1) { nodes { notes(after: "nt_x") { nodes { id } } } } }' },
  'a further parameter': { query: leads, extensions: {} },
  'one that is unknown': { query: leads, other: 1 },
  'a batch': [{ query: leads }],
  'no query': {},
};

it.each(Object.entries(plain))('%s is answered as Yoga would, without it', async (_, body) => {
  const [own, yoga] = await both(JSON.stringify(body), workspace.keys.graphql);
  expect(own).toEqual({ ...yoga, isPlain: true });
  expect(yoga.isPlain).toBe(false);
  expect(own.status).toBe(200);
});

it.each(Object.entries(others))('%s is Yoga’s to answer', async (_, body) => {
  const [own, yoga] = await both(JSON.stringify(body), workspace.keys.graphql);
  expect(own).toEqual(yoga);
  expect(own.isPlain).toBe(false);
});

it('a body that is no JSON, or not all of it text, is Yoga’s', async () => {
  for (const body of ['{', '', '{"query":"{ viewer { id } }","variables":{"__proto__":1}}']) {
    const [own, yoga] = await both(body, workspace.keys.graphql);
    expect(own).toEqual(yoga);
  }
});

it('each takes one unit, whichever way it goes, and is refused without one', async () => {
  const { keys } = await app.workspace();
  const left = async (body: object, headers = {}) => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.graphql}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
  };
  const first = await left(plain['a query']);
  expect(await left(plain['a query'])).toBe(first - 1);
  expect(await left(others['an answer with an error'])).toBe(first - 2);
  expect(await left(plain['a query'], weighed)).toBe(first - 3);
  for (let spent = first - 3; spent > 0; spent -= 1) await left({ query: '{ __typename }' });
  const [own, yoga] = await both(JSON.stringify(plain['a query']), keys.graphql);
  expect(own).toEqual(yoga);
  expect(own.status).toBe(429);
});

const both = async (body: string, key: string) => [await post(body, {}, key), await post(body, weighed, key)] as const;
