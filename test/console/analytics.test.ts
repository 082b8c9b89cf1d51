import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const createLead = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';

it('draws what the graph counts, with the table behind each chart, whose rows lead to the leads', async () => {
  const workspace = await app.workspace();
  for (const input of [
    { name: 'Ada', source: 'reddit', status: 'CONVERTED' },
    { name: 'Ben', source: 'reddit' },
    { name: 'Cem', source: 'google_maps' },
    { name: 'Dea', source: 'google_maps' },
  ])
    await workspace.graph.ask(createLead, { input });
  await workspace.graph.ask(
    'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { message { id } } }',
    { id: workspace.widgetId },
  );
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/analytics' });
  const image = page.getByRole('img', { name: 'Leads by source' });
  await image.waitFor();
  expect(await image.locator('desc').textContent()).toMatch(/google_maps: 2.*reddit: 2|reddit: 2.*google_maps: 2/);
  expect(await page.getByText('Converted of all').locator('xpath=..').textContent()).toContain('25%');
  expect(await page.getByRole('img', { name: 'New leads by day' }).locator('desc').textContent()).toMatch(/^4 from/);
  const chart = page.getByRole('region', { name: 'Leads by status', exact: true });
  await chart.getByText('As a table').click();
  await chart.getByRole('row', { name: 'New 3 75%' }).waitFor();
  await page
    .getByRole('img', { name: 'Who answers in conversations' })
    .or(page.getByText('0 visitors wait'))
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'How soon receivers answer' }).waitFor();
  await expectAccessible(page);

  const stages = page.getByRole('img', { name: 'Leads by stage over time' });
  expect(await stages.locator('desc').textContent()).toMatch(/New: at most \d, \d at the end/);
  for (const name of ['Time to the first answer', 'Answers by the AI and by people', 'Webhooks over time'])
    await page.getByRole('heading', { name }).waitFor();
  const answers = page.getByRole('region', { name: 'Answers by the AI and by people', exact: true });
  await answers.getByText('As a table').click();
  await answers.getByRole('columnheader', { name: 'By a person' }).waitFor();
  expect(await answers.getByRole('row').count()).toBe(31);
  expect(await answers.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['1', '0']);
  await answers.getByRole('link', { name: 'Link to this' }).click();
  await page.waitForURL(/chart=answers/);
  await expectAccessible(page);

  await page.getByText('7 days', { exact: true }).click();
  await page.waitForURL(/days=7/);
  await chart.getByRole('link', { name: 'Converted' }).click();
  await page.waitForURL(/\/console\/leads\?status=CONVERTED/);
  await page.getByText('Ada').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('fits a phone in the dark, leaves out what the key may not read, and says where there is nothing or it failed', async () => {
  const workspace = await app.workspace();
  const { key } = await workspace.graphAs(['analytics:read', 'events:read']);
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key,
    path: '/analytics',
    width: 390,
    colorScheme: 'dark',
  });
  await page.getByText('No lead to count yet').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
  await expectAccessible(page);
  await workspace.graph.ask(createLead, { input: { name: 'A lead', source: 'manual' } });
  await page.reload();
  await page.getByRole('img', { name: 'New leads by day' }).waitFor();
  await page.getByRole('img', { name: 'Leads by stage over time' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Webhooks over time' }).count()).toBe(0);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);

  const asksForFigures = /query Analytics/;
  await page.route('**/graphql', (route) =>
    asksForFigures.test(route.request().postData() ?? '')
      ? route.fulfill({
          json: { errors: [{ message: 'It broke', extensions: { code: 'INTERNAL', requestId: 'req_9' } }] },
        })
      : route.fallback(),
  );
  await page.reload();
  await page.getByRole('alert').getByText('It broke').waitFor();
  await page.getByText('req_9').waitFor();
  await expectAccessible(page);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('img', { name: 'New leads by day' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
