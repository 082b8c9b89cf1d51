import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPrefixProxy } from '../pages/prefix-proxy.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ publicUrl: 'http://leads.test/crm' });
});
afterAll(() => app.close());

/** Without fetch, which unpacks by itself. */
async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await request(app.url + path, { headers: { 'accept-encoding': 'gzip, br', ...headers } });
  const body = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, body };
}

const panelOf = (loader: Buffer) => `/${/widget\/panel-[0-9a-f]{16}\.js/.exec(gunzipSync(loader).toString())?.[0]}`;

const forAnyPage = {
  'content-type': 'text/javascript; charset=utf-8',
  'content-encoding': 'gzip',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  vary: 'Accept-Encoding',
};

describe('the loader', () => {
  it('is at most 2 kB, for any page, and asked for again soon', async () => {
    const { status, headers, body } = await get('/widget.js');
    expect([status, headers]).toMatchObject([
      200,
      { ...forAnyPage, 'cache-control': 'public, max-age=300, stale-while-revalidate=3600' },
    ]);
    expect(body.length).toBeLessThanOrEqual(2_000);
    expect((await get('/widget.js', { 'if-none-match': String(headers['etag']) })).status).toBe(304);
  });

  it('is a script of its own, which leaves nothing behind on the page', async () => {
    const text = gunzipSync((await get('/widget.js')).body).toString();
    expect(text).toMatch(/^\(function\(\)\{.*\}\)\(\);?\s*$/s);
  });
});

describe('the panel', () => {
  it('is at most 20 kB, for any page, and never asked for again', async () => {
    const { status, headers, body } = await get(panelOf((await get('/widget.js')).body));
    expect([status, headers]).toMatchObject([
      200,
      { ...forAnyPage, 'cache-control': 'public, max-age=31536000, immutable' },
    ]);
    expect(body.length).toBeLessThanOrEqual(20_000);
  });

  it('of another version is answered with this one, which is not kept under its name', async () => {
    const own = await get(panelOf((await get('/widget.js')).body));
    const other = await get('/widget/panel-0123456789abcdef.js');
    expect([other.status, other.headers['cache-control'], other.body.equals(own.body)]).toEqual([
      200,
      'no-cache',
      true,
    ]);
    expect((await get('/widget/other.js')).status).toBe(404);
  });

  it('is found below the path of the installation', async () => {
    const proxy = await startPrefixProxy(Number(new URL(app.url).port), '/crm');
    const loader = Buffer.from(await (await fetch(`${proxy.url}/crm/widget.js`)).arrayBuffer()).toString();
    const panel = /widget\/panel-[0-9a-f]{16}\.js/.exec(loader)?.[0] ?? '';
    expect((await fetch(new URL(panel, `${proxy.url}/crm/widget.js`))).status).toBe(200);
    await proxy.close();
  });
});
