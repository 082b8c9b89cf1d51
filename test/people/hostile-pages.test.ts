import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { ask, overPageSocket, pageHeaders, send, signIn } from './browser.ts';

// What a page of somebody else tries with the session of a person who is signed in: the browser sends the cookie with it.

let app: TestApp;
let workspace: TestWorkspace;
let cookie: string;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  ({ cookie } = await signIn(app, { key: workspace.keys.graphql }));
});
afterAll(() => app.close());

const operation = JSON.stringify({ query: '{ viewer { apiKeyId } }' });

/** How the graph answers a request with these headers. */
async function statusOf(headers: Record<string, string>, url = app.url): Promise<number> {
  return (await send(`${url}/graphql`, 'POST', headers, operation)).status;
}

const without = (name: string) =>
  Object.fromEntries(Object.entries(pageHeaders(app.url, cookie)).filter(([each]) => each !== name));

/** Whose session it is. */
async function whoIs(): Promise<string> {
  type Who = { viewer: { apiKeyId: string; member: { id: string } | null } };
  const { data } = await ask<Who>(app, cookie, '{ viewer { apiKeyId member { id } } }');
  return data?.viewer.member?.id ?? data?.viewer.apiKeyId ?? '';
}

it('a page of the installation uses it', async () => {
  expect(await statusOf(pageHeaders(app.url, cookie))).toBe(200);
});

describe('the graph refuses it', () => {
  it('to another port of the same machine', async () => {
    expect(await statusOf(pageHeaders('http://127.0.0.1:1', cookie))).toBe(401);
    expect(await statusOf(pageHeaders('http://127.0.0.1', cookie))).toBe(401);
  });

  it('to the same machine by another name, to https, and to an origin written otherwise', async () => {
    const { port } = new URL(app.url);
    for (const origin of [`http://localhost:${port}`, app.url.replace('http', 'https'), `${app.url}/`])
      expect(await statusOf(pageHeaders(origin, cookie))).toBe(401);
  });

  it('to a sandboxed frame, whose origin is null, and to whom sends none', async () => {
    expect(await statusOf(pageHeaders('null', cookie))).toBe(401);
    expect(await statusOf(without('origin'))).toBe(401);
  });

  it('to a request without the mark, or with another one', async () => {
    expect(await statusOf(without('tributary-console'))).toBe(401);
    expect(await statusOf({ ...pageHeaders(app.url, cookie), 'tributary-console': 'true' })).toBe(401);
  });

  it('to a page that shows somebody else as signed in, and not to one that shows who is', async () => {
    const asks = (person: string) => statusOf({ ...pageHeaders(app.url, cookie), 'tributary-person': person });
    expect(await Promise.all([asks(await whoIs()), asks('mem_01J00000000000000000000000')])).toEqual([200, 401]);
  });

  it('to a form, even of our own page', async () => {
    const form = { ...pageHeaders(app.url, cookie), 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(`${app.url}/graphql`, 'POST', form, 'query={viewer{apiKeyId}}')).status).toBe(415);
    const { 'tributary-console': _, ...posted } = { ...form, origin: 'http://evil.example' };
    expect((await send(`${app.url}/graphql`, 'POST', posted, 'query={viewer{apiKeyId}}')).status).toBe(401);
  });

  it('in the Authorization header, and beside one', async () => {
    const token = cookie.slice(cookie.indexOf('=') + 1);
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    expect(await statusOf({ ...headers, authorization: `Bearer ${token}` })).toBe(401);
    expect(await statusOf({ ...pageHeaders(app.url, cookie), authorization: 'Basic x' })).toBe(401);
  });

  it('where a key stands in its place, or the cookie is there twice', async () => {
    const name = cookie.slice(0, cookie.indexOf('='));
    expect(await statusOf(pageHeaders(app.url, `${name}=${workspace.keys.graphql}`))).toBe(401);
    expect(await statusOf(pageHeaders(app.url, `${cookie}; ${name}=other`))).toBe(401);
    expect(await statusOf(pageHeaders(app.url, `theme=dark; ${cookie}`))).toBe(200);
  });

  it('to a name that somebody points at this machine', async () => {
    expect(await statusOf({ ...pageHeaders('http://evil.example', cookie), host: 'evil.example' })).toBe(401);
  });
});

it('a preflight never allows the mark, neither by name nor by the asterisk', async () => {
  const asked = { origin: 'http://evil.example', 'access-control-request-headers': 'content-type,tributary-console' };
  const { headers } = await send(`${app.url}/graphql`, 'OPTIONS', {
    ...asked,
    'access-control-request-method': 'POST',
  });
  expect(headers['access-control-allow-headers']?.toLowerCase()).not.toMatch(/tributary-console|\*/);
  expect(headers['access-control-allow-credentials']).toBeUndefined();
  const other = await send(`${app.url}/graphql`, 'OPTIONS', { origin: 'http://evil.example' });
  expect(other.headers['access-control-allow-headers']).toContain('*');
});

describe('a socket', () => {
  const query = '{ viewer { apiKeyId } }';
  const first = async (options: Parameters<typeof overPageSocket>[1]) =>
    (await overPageSocket(app, options, query).next()).value as unknown;
  const forbidden = { code: 4403 };

  it('of a page of the installation opens', async () => {
    expect(await first({ cookie })).toMatchObject({ data: { viewer: {} } });
  });

  it('of another origin, another port, a null one or none does not', async () => {
    for (const origin of ['http://evil.example', 'http://127.0.0.1:1', 'null', null])
      await expect(first({ origin, cookie })).rejects.toMatchObject(forbidden);
  });

  it('without the mark in its first message does not', async () => {
    for (const mark of [null, '0', true]) await expect(first({ cookie, mark })).rejects.toMatchObject(forbidden);
  });

  it('of a page that shows somebody else as signed in does not', async () => {
    expect(await first({ cookie, person: await whoIs() })).toMatchObject({ data: { viewer: {} } });
    const person = 'mem_01J00000000000000000000000';
    await expect(first({ cookie, person })).rejects.toMatchObject(forbidden);
  });

  it('without the cookie does not', async () => {
    await expect(first({ cookie: '' })).rejects.toMatchObject(forbidden);
  });
});

describe('at the public address', () => {
  const at = (publicUrl: string) => startTestApp({ publicUrl, database: app.database });
  const ask = (own: TestApp, host: string, origin: string, further: Record<string, string> = {}) =>
    signIn(own, { key: workspace.keys.graphql }, { host, origin, ...further });

  it('over https the cookie is secure, bound to the host, and taken from a page of it alone', async () => {
    const own = await at('https://leads.example.com');
    const { status, headers, cookie: secure } = await ask(own, 'leads.example.com', 'https://leads.example.com');
    expect(status).toBe(201);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^__Host-tributary-session=tbs_\w{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
    );
    const use = (origin: string, host: string) => statusOf({ ...pageHeaders(origin, secure), host }, own.url);
    expect(await use('https://leads.example.com', 'leads.example.com')).toBe(200);
    expect(await use('https://evil.leads.example.com', 'leads.example.com')).toBe(401);
    expect(await use('https://example.com', 'leads.example.com')).toBe(401);
    expect(await use('https://leads.example.com:8443', 'leads.example.com')).toBe(401);
    expect(await use('http://leads.example.com', 'leads.example.com')).toBe(401);
    expect(await use('https://leads.example.com', 'internal:4000')).toBe(401);
    await own.app.close();
  });

  it('behind a proxy that is trusted the host it was asked for counts', async () => {
    const own = await startTestApp({ publicUrl: 'https://leads.example.com', database: app.database, trustProxy: 1 });
    const forwarded = { 'x-forwarded-host': 'leads.example.com', 'x-forwarded-proto': 'https' };
    expect((await ask(own, 'internal:4000', 'https://leads.example.com', forwarded)).status).toBe(201);
    const other = { ...forwarded, 'x-forwarded-host': 'evil.example' };
    expect((await ask(own, 'internal:4000', 'https://leads.example.com', other)).status).toBe(403);
    expect((await ask(own, 'internal:4000', 'https://evil.example', other)).status).toBe(403);
    await own.app.close();
  });
});

describe('signing in', () => {
  const credential = () => ({ key: workspace.keys.graphql });

  it('is refused to another page, which would sign a person in as whom it likes', async () => {
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1'])
      expect((await signIn(app, credential(), { origin })).status).toBe(403);
    expect((await signIn(app, credential(), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is refused as a form', async () => {
    const form = { 'content-type': 'text/plain', origin: app.url };
    const { status, headers } = await send(`${app.url}/console/session`, 'POST', form, JSON.stringify(credential()));
    expect([status, headers['set-cookie']]).toEqual([415, undefined]);
  });

  it('is allowed to no page by a preflight', async () => {
    const asked = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const { status, headers } = await send(`${app.url}/console/session`, 'OPTIONS', asked);
    expect(status).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('leaving is refused to another page', async () => {
    const headers = { origin: 'http://evil.example', cookie };
    expect((await send(`${app.url}/console/session`, 'DELETE', headers)).status).toBe(403);
    expect(await statusOf(pageHeaders(app.url, cookie))).toBe(200);
  });
});
