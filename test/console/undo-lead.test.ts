import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('takes back what was changed in a profile, unless somebody else changed the same meanwhile', async () => {
  const { graph, keys } = await app.workspace();
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { name: "Ada" }) { lead { id } } }',
  );
  const { id } = createLead.lead;
  const change = (input: object) =>
    graph.ask('mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }', {
      id,
      input,
    });
  const status = async () =>
    (await graph.ask<{ lead: { status: string } }>('query ($id: ID!) { lead(id: $id) { status } }', { id })).lead
      .status;
  const { page, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path: `/leads/${id}` });
  const select = page.getByRole('region', { name: 'Ada' }).getByRole('combobox', { name: 'Status' });
  await select.selectOption('Converted');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(status).toBe('NEW');
  await expect.poll(() => select.inputValue()).toBe('NEW');

  await select.selectOption('Converted');
  // It stays open under the pointer.
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expect.poll(status).toBe('CONVERTED');
  await change({ status: 'CLOSED' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Not undone').waitFor();
  expect(await status()).toBe('CLOSED');

  const budget = page.getByRole('region', { name: 'Ada' }).getByRole('textbox', { name: 'Budget' });
  const bant = async () =>
    (
      await graph.ask<{ lead: { bant: { budget: string | null } } }>(
        'query ($id: ID!) { lead(id: $id) { bant { budget } } }',
        { id },
      )
    ).lead.bant.budget;
  const undo = page.getByRole('button', { name: 'Undo' });
  await budget.fill('5,000');
  await budget.press('Enter');
  await undo.click();
  await expect.poll(bant).toBe(null);
  await expect.poll(() => budget.inputValue()).toBe('');
  await budget.fill('6,000');
  await budget.press('Enter');
  await undo.hover();
  await change({ bant: { budget: '9,000' } });
  await undo.click();
  await page.getByText('The lead was changed meanwhile: its budget is 9,000.').waitFor();
  expect(await bant()).toBe('9,000');
  await close();
});
