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

const makeLead = async (name: string): Promise<string> =>
  (
    await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
      { input: { name } },
    )
  ).createLead.lead.id;

const rename = (id: string, name: string) =>
  workspace.graph.ask(
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
    {
      id,
      input: { name },
    },
  );

it('shows what changed before and after, by which request, and leads to it; newer ones are offered', async () => {
  const lead = await makeLead('Rosa Blum');
  await rename(lead, 'Rosa Baum');
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: `/audit?of=${lead}`,
  });
  const rows = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.locator('a').allTextContents()).toEqual(['lead.updated', 'lead.created']);
  await expectAccessible(page);
  await rows.locator('a').first().click();
  await page.getByRole('heading', { name: 'lead.updated', level: 1 }).waitFor();
  const change = page.getByRole('row').filter({ hasText: 'lastName' });
  expect(await change.locator('del').textContent()).toBe('l');
  expect(await change.locator('ins').textContent()).toBe('a');
  expect(await change.getByRole('cell').allTextContents()).toEqual(['Blum', 'Baum']);
  await page.getByRole('button', { name: /^Copy [0-9a-f]{8}-/ }).waitFor();
  await expectAccessible(page);

  await rename(lead, 'Rosa Baumann');
  await page.getByRole('button', { name: 'Show newer ones' }).click();
  await expect.poll(() => rows.count()).toBe(3);
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.waitForURL(`${app.url}/console/leads/${lead}`);
  await page.getByText('Rosa Baumann').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('is read by who acted, in the dark and on a phone, and says where there is nothing and where it fails', async () => {
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/audit',
    width: 390,
    colorScheme: 'dark',
  });
  await page.getByRole('link', { name: 'lead.created' }).first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  await page.getByLabel('What was done').fill('lead.updated');
  await page.getByLabel('What was done').press('Enter');
  await page.getByRole('link', { name: 'lead.created' }).first().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'lead.updated' }).first().click();
  await page.getByRole('link', { name: 'All like it' }).click();
  await page.waitForURL(/action=lead\.updated/);
  await page.getByRole('combobox', { name: 'With which key' }).selectOption({ label: 'Quincer' });
  await page.getByText('No change is like that').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('link', { name: 'lead.updated' }).first().click();
  await page.getByRole('table', { name: 'What changed' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query AuditLog') ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await page.goto(`${app.url}/console/audit`);
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  await expectAccessible(page);
  await close();
});
