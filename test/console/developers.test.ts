import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { patiently } from '../support/patiently.ts';
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

const readLeads = async (key: string) =>
  (
    await fetch(`${app.url}/api/v1/leads?updatedSince=2026-01-01T00:00:00Z`, {
      headers: { authorization: `Bearer ${key}` },
    })
  ).status;

it('makes a key that is shown once, tells what it still calls by an older name, and revokes it', async () => {
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/developers' });
  await page.getByRole('list', { name: 'Keys' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Name' }).fill('Nightly export');
  await page.getByRole('combobox', { name: 'Dialect' }).selectOption('QUINCER');
  await page.getByRole('radio', { name: 'Only what is chosen here' }).check();
  await page.getByRole('checkbox', { name: 'leads:read', exact: true }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the key' }).click();
  const secret = (await page.getByRole('region', { name: 'The key' }).textContent()) ?? '';
  expect(secret).toMatch(/^cw_dev_/);
  expect(await readLeads(secret)).toBe(200);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  expect(await page.content()).not.toContain(secret);

  type Keys = { apiKeys: { nodes: { aliasUsage: { alias: string }[] }[] } };
  const uses = async () =>
    (
      await workspace.graph.ask<Keys>('{ apiKeys(first: 20) { nodes { aliasUsage { alias } } } }')
    ).apiKeys.nodes.flatMap(({ aliasUsage }) => aliasUsage);
  await vi.waitFor(async () => expect(await uses()).toHaveLength(1), patiently);
  await page.reload();
  await page.getByRole('button', { name: 'Nightly export', exact: true }).click();
  await page.getByText('GET /api/v1/leads?updated_since').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).last().click();
  await page.getByText('Nightly export', { exact: true }).waitFor({ state: 'detached' });
  expect(await readLeads(secret)).toBe(401);
  expect(complaints).toEqual([]);
  await close();
});

it('offers no scope that the viewer lacks, and no key to make or revoke to whoever may not', async () => {
  const minter = await workspace.graphAs(['keys:read', 'keys:write', 'events:read']);
  const first = await openSignedIn(browser, { url: app.url, key: minter.key, path: '/developers', width: 390 });
  await first.page.getByRole('button', { name: 'Make a key' }).click();
  await first.page.getByRole('radio', { name: 'Only what is chosen here' }).check();
  expect(await first.page.getByRole('dialog').getByRole('checkbox').count()).toBe(3);
  await first.close();
  const reader = await workspace.graphAs(['keys:read', 'events:read']);
  const second = await openSignedIn(browser, { url: app.url, key: reader.key, path: '/developers', width: 390 });
  await second.page.getByRole('list', { name: 'Keys' }).waitFor();
  expect(await second.page.getByRole('button', { name: /^(Make|Revoke)/ }).count()).toBe(0);
  expect(await second.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await second.close();
});
