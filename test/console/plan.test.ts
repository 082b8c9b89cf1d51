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

it('tells how much of the plan is used, and what to do for more', async () => {
  const { viewer } = await workspace.graph.ask<{ viewer: { organisation: { id: string } } }>(
    '{ viewer { organisation { id } } }',
  );
  const organisationId = viewer.organisation.id;
  const options = { url: app.url, key: workspace.keys.graphql, path: '/plan' };
  const first = await openSignedIn(browser, options);
  await first.page.getByText('0, of any number').first().waitFor();
  await expectAccessible(first.page);
  expect(await first.page.getByRole('heading', { name: 'Another plan' }).count()).toBe(0);
  await first.close();

  const move = 'mutation ($id: ID!) { setOrganizationTier(organisationId: $id, tier: FREE) { organisation { id } } }';
  await workspace.graph.ask(move, { id: organisationId });
  const { page, complaints, close } = await openSignedIn(browser, { ...options, width: 390, colorScheme: 'dark' });
  await page.getByText('0 of 100').waitFor();
  await page.getByText('0 of 3').waitFor();
  await page.getByRole('link', { name: '/pricing' }).waitFor();
  const leads = Array.from(
    { length: 80 },
    (_, index) => `l${index}: createLead(input: { name: "${index}" }) { lead { id } }`,
  );
  await workspace.graph.ask(`mutation { ${leads.join(' ')} }`);
  await page.getByText('80 of 100').waitFor();
  await page.getByText('Nearly full.').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Plan') ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await page.reload();
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});
