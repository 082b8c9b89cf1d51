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

type Keys = {
  apiKeys: { nodes: { name: string; scopes: string[]; expiresAt: string | null; revokedAt: string | null }[] };
};
const tried = async () =>
  (
    await workspace.graph.ask<Keys>('{ apiKeys(first: 200) { nodes { name scopes expiresAt revokedAt } } }')
  ).apiKeys.nodes.filter(({ name }) => name.startsWith('Tried in the console'));

it('runs a route that reads at once, by a key of little that is made for it, kept nowhere and revoked on leaving', async () => {
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  const { page, context, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/developers/routes?route=quincer.Leads',
  });
  const section = page.getByRole('region', { name: 'Try it here' });
  expect(await section.getByRole('button', { name: 'Run it' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await section.getByRole('button', { name: 'Make one for ten minutes' }).click();
  const body = section.getByRole('region', { name: 'Body that came back' });
  await body.filter({ hasText: '"name": "Ada"' }).waitFor();
  await section.getByText('200', { exact: true }).waitFor();
  await section.getByText('Headers', { exact: true }).click();
  await section.getByRole('region', { name: 'Headers that came back' }).filter({ hasText: 'x-request-id: ' }).waitFor();
  await section.getByRole('region', { name: 'Document that was run' }).filter({ hasText: 'query Leads(' }).waitFor();
  await expectAccessible(page);
  const [made] = await tried();
  expect(made?.scopes.every((scope) => scope.endsWith(':read'))).toBe(true);
  expect(Date.parse(made?.expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(10 * 60_000);
  const secret = await section.getByLabel('Key to try it with', { exact: true }).inputValue();
  expect(secret).toMatch(/^cw_dev_/);
  const kept = await page.evaluate(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie])',
  );
  expect([kept, JSON.stringify(await context.storageState())].join()).not.toContain(secret);

  // The next one that reads runs by the same key.
  await page.getByRole('searchbox', { name: 'Find a route' }).fill('quincer get tasks');
  await page
    .getByRole('link', { name: /^GET \/api\/v1\/tasks/ })
    .first()
    .click();
  await body.filter({ hasText: '"object"' }).waitFor();
  expect(await tried()).toHaveLength(1);
  await page.getByRole('navigation', { name: 'Parts of this screen' }).getByRole('link', { name: 'Keys' }).click();
  await expect.poll(async () => (await tried()).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  const late = await fetch(`${app.url}/api/v1/leads`, { headers: { authorization: `Bearer ${secret}` } });
  expect(late.status).toBe(401);
  expect(complaints).toEqual([]);
  await close();
});

it('revokes a key that is made only as the screen is left', async () => {
  const before = (await tried()).length;
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/developers/routes?route=quincer.Leads',
  });
  const left = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('createApiKey')) await left.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Make one for ten minutes' }).click();
  await page.getByRole('navigation', { name: 'Parts of this screen' }).getByRole('link', { name: 'Keys' }).click();
  await page.getByRole('region', { name: 'Try it here' }).waitFor({ state: 'detached' });
  left.resolve();
  await expect.poll(async () => (await tried()).length).toBe(before + 1);
  await expect.poll(async () => (await tried()).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  await close();
});

it('writes only when somebody says so, by a pasted key too, on a phone in the dark', async () => {
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/developers/routes?route=ai93.CreateLead',
    width: 390,
    colorScheme: 'dark',
  });
  const section = page.getByRole('region', { name: 'Try it here' });
  await section.getByText('This route writes').waitFor();
  const count = async () =>
    (await workspace.graph.ask<{ leads: { totalCount: number } }>('{ leads { totalCount } }')).leads.totalCount;
  const before = await count();
  await section.getByLabel('Key to try it with', { exact: true }).fill(workspace.keys.ai93);
  await section.getByRole('textbox', { name: 'Body to send' }).fill('{');
  const send = section.getByRole('button', { name: 'Really send it: it writes' });
  expect(await count()).toBe(before);
  await send.click();
  await section.getByText('400', { exact: true }).waitFor();
  await section
    .getByRole('textbox', { name: 'Body to send' })
    .fill('{"source":"manual","targetType":"customer_lead","displayName":"Grace Hopper","email":"grace@example.com"}');
  await send.click();
  await section.getByText(/^20[01]$/).waitFor();
  await expect.poll(count).toBe(before + 1);
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(complaints).toEqual([]);
  await close();
});

it('offers no key that the viewer may not make, and needs what the path needs', async () => {
  const { key } = await workspace.graphAs(['keys:read', 'leads:read', 'events:read']);
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key,
    path: '/developers/routes?route=quincer.Lead',
  });
  const section = page.getByRole('region', { name: 'Try it here' });
  await section.getByText('Paste one of yours.').waitFor();
  expect(await section.getByRole('button', { name: 'Make one for ten minutes' }).count()).toBe(0);
  await section.getByLabel('Key to try it with', { exact: true }).fill(workspace.keys.quincer);
  await section.getByText('It needs “id”.').waitFor();
  await section.getByLabel('id', { exact: false }).first().fill('nobody');
  await section.getByRole('button', { name: 'Run it' }).click();
  await section.getByText('404', { exact: true }).waitFor();
  await close();
});
