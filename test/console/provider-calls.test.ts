import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLibreTranslate } from '../outside/libre-translate-server.ts';
import { answerJson, type ProviderServer } from '../outside/provider-server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let server: ProviderServer;
let browser: Browser;
beforeAll(async () => {
  server = await openLibreTranslate();
  const outside = { translate: { url: server.url, apiKey: 'the key' } };
  [app, browser] = await Promise.all([
    startTestApp({ outside, outsideAllowedRanges: ['127.0.0.0/8'] }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await server.close();
});

it('asks a provider whether it is there, says what it answered, and lists what was asked by how it went', async () => {
  const { keys, graphAs } = await app.workspace();
  const path = '/integrations';
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path });
  await page.getByText('Nothing has been asked of a provider yet').waitFor();
  const test = page.getByRole('button', { name: 'Test Translation' });
  await test.press('Enter');
  await page.getByText('It answers.').waitFor();
  const calls = page.getByRole('list', { name: 'Calls of providers' }).getByRole('listitem');
  await expect.poll(() => calls.count()).toBe(1);
  expect(await calls.first().textContent()).toMatch(/^Translation127\.0\.0\.1:\d+Answered/);

  server.become(answerJson({ error: 'Out of memory' }, 500));
  await test.click();
  await page.getByRole('status').filter({ hasText: '500' }).waitFor();
  await expect.poll(() => calls.count()).toBe(2);
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'How it went' }).selectOption('Failed');
  await page.waitForURL(/went=FAILED/);
  await expect.poll(() => calls.count()).toBe(1);
  await page.getByRole('combobox', { name: 'For what' }).selectOption('Mail');
  await page.getByText('or nothing that is like this').waitFor();
  expect(complaints).toEqual([]);
  await close();

  const reader = await graphAs(['audit:read', 'events:read']);
  const phone = await openSignedIn(browser, {
    url: app.url,
    key: reader.key,
    path,
    width: 390,
    colorScheme: 'dark',
  });
  await phone.page.getByRole('list', { name: 'Calls of providers' }).waitFor();
  expect(await phone.page.getByRole('button', { name: 'Test Translation' }).count()).toBe(0);
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(phone.page);
  await phone.close();
});
