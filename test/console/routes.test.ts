import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchChromium()]);
  workspace = await app.workspace();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('shows every route with its fields, its answer and its GraphQL document, and a call that works as it stands', async () => {
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/developers' });
  await page.getByRole('list', { name: 'Keys' }).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('list', { name: 'Quincer API: leads' }).waitFor();
  const titles = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(titles).toEqual(['AI93/Krew API', 'ClawCRM API', 'Quincer API']);
  // One row for each route, however many spellings it has.
  expect(await page.getByRole('link', { name: /^(GET|POST|PUT|PATCH|DELETE) / }).count()).toBe(76);
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Find a route' }).fill('quincer get leads');
  await page.getByRole('link', { name: 'GET /api/v1/leads', exact: true }).click();
  await page.getByRole('heading', { name: /leads/i, level: 2 }).first().waitFor();
  expect(new URL(page.url()).searchParams.get('route')).toBe('quincer.Leads');
  expect(await page.getByRole('region', { name: 'Parameters' }).textContent()).toContain('updatedSince');
  expect(await page.getByRole('region', { name: 'GraphQL document' }).textContent()).toContain('query Leads(');
  expect(await page.getByRole('region', { name: 'Example of the answer' }).textContent()).toContain('"object": "lead"');
  const call = (await page.getByRole('region', { name: 'Call in curl' }).textContent()) ?? '';
  const [, address = ''] = /^curl '([^']+)'/.exec(call) ?? [];
  expect(address).toBe(`${app.url}/api/v1/leads`);
  expect(call).toContain('"Authorization: Bearer $TRIBUTARY_KEY"');
  expect((await fetch(address, { headers: { authorization: `Bearer ${workspace.keys.quincer}` } })).status).toBe(200);
  await page.getByText('TypeScript', { exact: true }).click();
  await page.getByText('process.env.TRIBUTARY_KEY').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('is opened by its address, by an older spelling of it too, on a phone and in the dark', async () => {
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    width: 390,
    colorScheme: 'dark',
    path: '/developers/routes?route=quincer.UpdateLead.alias1&as=TypeScript',
  });
  await page.getByText('PATCH /api/v1/leads/{id}').waitFor();
  expect(await page.getByRole('region', { name: 'Call in TypeScript' }).textContent()).toContain("method: 'POST'");
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  await page.getByRole('link', { name: '← All routes' }).click();
  await page.getByRole('list', { name: 'Quincer API: leads' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.getByRole('searchbox', { name: 'Find a route' }).fill('no such words');
  await page.getByText('No route has these words').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('says why where the documents cannot be read, and reads them when asked again', async () => {
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '' });
  await page.route('**/openapi/ai93.json', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(`${app.url}/console/developers/routes`);
  await page.getByRole('alert').getByText('/openapi/ai93.json: 503').waitFor();
  await expectAccessible(page);
  await page.unroute('**/openapi/ai93.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('list', { name: 'AI93/Krew API: leads' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await close();
});
