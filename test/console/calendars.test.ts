import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodToken, openCalendly } from '../outside/bookings/booking-servers.ts';
import { openBookings } from '../outside/bookings/connected.ts';
import { answerJson, type ProviderServer } from '../outside/provider-server.ts';
import type { TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
let calendly: ProviderServer;
beforeAll(async () => {
  calendly = await openCalendly();
  const servers = { calendly: calendly.url, calCom: calendly.url };
  [app, browser] = await Promise.all([openBookings(servers), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await calendly.close();
});

it('connects an account of Calendly, says whose it is, tries it, and disconnects it with what is left to do', async () => {
  const { keys } = await app.workspace();
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: keys.graphql,
    path: '/integrations',
  });
  const row = page.getByRole('list', { name: 'This server' }).getByRole('listitem').filter({ hasText: 'Calendly' });
  const token = row.getByLabel('Personal access token of Calendly');
  await token.fill('a-wrong-token');
  await token.press('Enter');
  await row.getByText('is refused by the provider').waitFor();
  await expectAccessible(page);
  await token.fill(goodToken);
  await row.getByRole('button', { name: 'Connect Calendly' }).click();
  await row.getByText('The account of Grace Hopper.').waitFor();
  await row.getByText('Connected', { exact: true }).waitFor();
  expect(await page.content()).not.toContain(goodToken);
  await row.getByRole('button', { name: 'Test Calendly' }).click();
  await row.getByText('It answers.').waitFor();
  await expectAccessible(page);
  calendly.behave(answerJson({}, 500), answerJson({}, 500));
  await row.getByRole('button', { name: 'Disconnect Calendly' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await row.getByText('Calendly still has the webhook').waitFor();
  await token.waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('offers nothing to connect to whoever may not change the workspace', async () => {
  const { graphAs } = await app.workspace();
  const { key } = await graphAs(['leads:read', 'events:read']);
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/integrations' });
  await page.getByRole('list', { name: 'This server' }).getByText('Calendly', { exact: true }).waitFor();
  expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
