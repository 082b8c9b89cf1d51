import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsolePages } from '../../src/server/console/pages.ts';
import { startPrefixProxy } from '../pages/prefix-proxy.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { openPage } from './browser-page.ts';

let app: TestApp;
let proxy: Awaited<ReturnType<typeof startPrefixProxy>>;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp({ publicUrl: 'http://leads.test/crm' }), launchChromium()]);
  proxy = await startPrefixProxy(Number(new URL(app.url).port), '/crm');
});
afterAll(async () => {
  await browser.close();
  await proxy.close();
  await app.close();
});

const visit = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers });

it('every address of the console is its one page, under a policy with a nonce of its own', async () => {
  const answers = await Promise.all(['/console', '/console/inbox/cv_1', '/console?x=1'].map((path) => visit(path)));
  const nonces = answers.map(
    (answer) => /script-src 'self' 'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1],
  );
  expect(new Set(nonces).size).toBe(3);
  for (const [index, answer] of answers.entries()) {
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.text()).toContain(`nonce="${nonces[index]}"`);
  }
});

it('its files are compressed, and kept for good', async () => {
  const page = await (await visit('/console')).text();
  const [, script = ''] = /src="\/crm(\/console\/assets\/[^"]+\.js)"/.exec(page) ?? [];
  const answer = await visit(script, { 'accept-encoding': 'gzip' });
  expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([
    200,
    'gzip',
    'public, max-age=31536000, immutable',
  ]);
  expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  const statuses = ['nothing.js', '..%2findex.html', '..%2f..%2fpackage.json'].map(
    async (name) =>
      (await visit(`/console/assets/${name}`)).headers.get('content-type') === 'text/javascript; charset=utf-8',
  );
  expect(await Promise.all(statuses)).toEqual([false, false, false]);
});

it('is drawn below a path', async () => {
  const { page, complaints, close } = await openPage(browser, `${proxy.url}/crm/console/inbox`);
  await page.getByRole('textbox', { name: 'API key' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('says that it is being built where it is not there, when to come back, and what to do if it stays away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-console-'));
  const server = express()
    .use(createConsolePages({ base: '', hasOidc: false, folder }))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const answer = await fetch(`http://127.0.0.1:${address.port}/console`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  const text = await answer.text();
  expect(text).toContain('is being built');
  expect(text).toContain('npm run console:build');
  server.close();
});
