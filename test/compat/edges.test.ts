import { once } from 'node:events';
import { request } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRateLimitPolicy } from '../../src/access/rate-limit.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
const logged: string[] = [];
beforeAll(async () => {
  app = await startTestApp({
    trustProxy: 1,
    log: pino({ level: 'error' }, { write: (line: string) => logged.push(line) }),
  });
  workspace = await app.workspace();
});
afterAll(() => app.close());

/** Sends the path as it stands, which fetch would tidy up. */
async function ask(path: string, { method = 'GET', ...headers }: Record<string, string> = {}) {
  const asked = request({ port: new URL(app.url).port, host: '127.0.0.1', path, method, headers }).end();
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  const isJson = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}

describe('a Host header that names no host', () => {
  const graph = { errors: [{ extensions: { code: 'INVALID' } }] };
  it.each(['a b', '[::1', 'foo|bar', 'a/b', 'x:99999'])('%s is 400 in the shape of each surface', async (host) => {
    const as = (key: string) => ({ host, authorization: `Bearer ${key}` });
    const { graphql, quincer, ai93, clawcrm } = workspace.keys;
    expect(await ask('/graphql?query={__typename}', as(graphql))).toMatchObject({ status: 400, json: graph });
    expect(await ask('/api/v1/leads', as(quincer))).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
    expect(await ask('/api/v1/leads', as(ai93))).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
    expect(await ask('/api/openclaw/leads', as(clawcrm))).toMatchObject({ status: 400, json: { success: false } });
    expect(await ask('/', { host, accept: 'text/html' })).toMatchObject({ status: 400, json: null });
    expect(logged).toEqual([]);
  });

  it.each(['localhost', '[::1]:4000', 'leads.example.com:443'])('%s is one that does', async (host) => {
    const headers = { host, authorization: `Bearer ${workspace.keys.graphql}` };
    expect(await ask('/graphql?query={__typename}', headers)).toMatchObject({ status: 200 });
  });
});

describe('an address where nothing is', () => {
  it.each(['//api/v1/leads', '/api', '/api/none', '/graphql/none', '//graphql', '/openapi/none.json'])(
    '%s is 404 in JSON, whatever is accepted',
    async (path) => {
      const { status, json } = await ask(path, { accept: 'text/html,*/*' });
      expect([status, json]).toEqual([404, expect.anything()]);
    },
  );

  it('is 404 in JSON where that is asked for, and a page of ours else', async () => {
    expect(await ask('/nope', { accept: 'application/json' })).toMatchObject({
      status: 404,
      json: { error: 'not_found', message: 'There is nothing at this address.' },
    });
    for (const headers of [{}, { accept: 'text/html' }] as Record<string, string>[]) {
      const { status, text } = await ask('/health', headers);
      expect([status, text.includes('There is nothing at this address.')]).toEqual([404, true]);
    }
  });

  it('is 404 for every method, and OPTIONS * tells the methods there are', async () => {
    expect((await ask('/nope', { method: 'DELETE', accept: 'application/json' })).status).toBe(404);
    const { status, headers } = await ask('*', { method: 'OPTIONS' });
    expect([status, headers['allow']]).toEqual([204, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS']);
  });

  it('is a broken path too, which is told without a stack', async () => {
    const { status, text } = await ask('/api-docs/assets/%E0%A4%A', { accept: 'text/html' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/node_modules|at .*:\d+/);
  });
});

it('lets a browser send what clients and their tracing send to /graphql', async () => {
  const { headers } = await ask('/graphql', { method: 'OPTIONS', origin: 'https://app.example' });
  const allowed = String(headers['access-control-allow-headers']).toLowerCase().split(', ');
  expect(allowed).toEqual(
    expect.arrayContaining([
      'authorization',
      'traceparent',
      'apollographql-client-name',
      'idempotency-key',
      'graphql-require-preflight',
    ]),
  );
});

it('gives each visitor behind a trusted proxy an allowance of its own', async () => {
  const limited = await startTestApp({
    trustProxy: 1,
    rateLimitPolicy: {
      keys: defaultRateLimitPolicy.keys,
      addresses: { chat: 1, chatReads: 1, signup: 1, session: 1, hooks: 1 },
    },
  });
  const signUp = async (address: string) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
    const answer = await fetch(`${limited.url}/api/openclaw/signup`, { method: 'POST', headers, body: '{}' });
    await answer.text();
    return answer.status;
  };
  const spent = [await signUp('203.0.113.1'), await signUp('203.0.113.1'), await signUp('203.0.113.2')];
  expect([spent[1], spent[2]]).toEqual([429, spent[0]]);
  await limited.close();
});
