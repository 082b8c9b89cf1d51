import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFirstWorkspace, type FirstWorkspace } from '../../src/domain/workspaces/create-first-workspace.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
let first: FirstWorkspace | null;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchChromium()]);
  first = await createFirstWorkspace(app.app.services);
  workspace = await app.workspace();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const chat = async (key: string, origin: string, message: string) =>
  (
    await fetch(`${app.url}/api/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    })
  ).status;

it('makes a widget whose snippet is shown once, lets other pages use it, and takes it off all of them', async () => {
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, colorScheme: 'dark' });
  await page.getByRole('link', { name: 'A chat widget' }).click();
  await page.getByRole('list', { name: 'Widgets' }).getByText('No conversation yet').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Name' }).fill('Shop');
  const origins = page.getByRole('textbox', { name: 'Pages that may use it' });
  await origins.fill('https://shop.example/cart?page=2');
  await origins.blur();
  expect(await origins.inputValue()).toBe('https://shop.example');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the widget' }).click();
  const snippet = (await page.getByRole('region', { name: 'The snippet' }).textContent()) ?? '';
  const [, widgetKey = ''] =
    /^<script src="http:\/\/[^"]+\/widget\.js" data-key="(cw_live_\w+)" async><\/script>$/.exec(snippet) ?? [];
  await expectAccessible(page);
  const frame = page.frameLocator('iframe[title="The widget on a page"]');
  await frame.getByRole('button', { name: 'Open chat' }).waitFor();
  await page.getByText('It answers on its own pages alone.').waitFor();
  expect(await chat(widgetKey, 'https://shop.example', 'Do you deliver on Sundays?')).toBe(201);
  expect(await chat(widgetKey, 'https://blog.example', 'Hello')).toBe(403);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByText('1 conversation', { exact: true }).waitFor();
  expect(await page.content()).not.toContain(widgetKey);

  await page.getByRole('link', { name: 'Shop', exact: true }).click();
  await page.getByText(widgetKey.slice(0, 12)).waitFor();
  await page.getByRole('region', { name: 'The snippet' }).filter({ hasText: 'data-key="cw_live_…"' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Pages that may use it' }).fill('https://shop.example\nhttps://blog.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('https://shop.example, https://blog.example').waitFor();
  expect(await chat(widgetKey, 'https://blog.example', 'Hello')).toBe(201);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete the widget' }).click();
  await page.getByRole('dialog').getByText('whoever opens it reads that the chat is not available there').waitFor();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('link', { name: 'Site', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Shop', exact: true }).waitFor({ state: 'detached' });
  expect(await chat(widgetKey, 'https://shop.example', 'Hello?')).toBe(401);
  expect(complaints).toEqual([]);
  await close();
});

it('is told what its assistant answers from, and how much it may use in a day, by keyboard', async () => {
  const { graph, keys, widgetId } = await app.workspace();
  const path = `/widgets/${widgetId}`;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path });
  await page.getByText('Nothing yet: it leaves what it is asked to the team.').waitFor();
  await page.getByRole('button', { name: 'Edit the text' }).press('Enter');
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('x'.repeat(20_001));
  await page.getByText('That is too long.').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await text.fill('We sell booking pages at 20 a month.');
  await page.getByText('36 of 20,000 characters').waitFor();
  await page.getByRole('textbox', { name: 'Tokens a day' }).fill('5000');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByRole('region', { name: 'Text' }).getByText('We sell booking pages at 20 a month.').waitFor();
  await page.getByText('0 of 5,000 tokens used today').waitFor();
  const { node } = await graph.ask<{ node: object }>(
    'query ($id: ID!) { node(id: $id) { ... on Widget { knowledge modelTokensPerDay } } }',
    { id: widgetId },
  );
  expect(node).toEqual({ knowledge: 'We sell booking pages at 20 a month.', modelTokensPerDay: 5000 });
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('shows the first widget with its key and the demo page, and nothing to change to whoever only reads', async () => {
  const [key = '', path] = [first?.keys.graphql, `/widgets/wdg_${first?.widgetId}`];
  const owner = await openSignedIn(browser, { url: app.url, key, path, width: 390 });
  await owner.page.getByRole('link', { name: 'Try it on the demo page' }).waitFor();
  await owner.page.getByText(first?.keys.widget ?? '').waitFor();
  expect(await owner.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await owner.page
    .frameLocator('iframe[title="The widget on a page"]')
    .getByRole('button', { name: 'Open chat' })
    .waitFor();
  await expectAccessible(owner.page);
  // The preview is the real thing: what is written in it is a conversation, of a page of no origin.
  const graph = createGraphClient(app.url, key);
  type Count = { conversations: { totalCount: number } };
  const conversations = async () =>
    (await graph.ask<Count>('{ conversations { totalCount } }')).conversations.totalCount;
  const before = await conversations();
  const preview = owner.page.frameLocator('iframe[title="The widget on a page"]');
  await preview.getByRole('button', { name: 'Open chat' }).click();
  await preview.getByRole('textbox').fill('Do you open on Sundays?');
  await preview.getByRole('textbox').press('Enter');
  await expect.poll(conversations).toBe(before + 1);
  const sandboxed = owner.page.frames().find((one) => one.url().includes('/widget/preview'));
  expect(await sandboxed?.evaluate('self.origin')).toBe('null');
  expect(owner.complaints).toEqual([]);
  await owner.close();

  const reader = await workspace.graphAs(['widgets:read', 'events:read']);
  const other = await openSignedIn(browser, { url: app.url, key: reader.key, path: '/widgets', width: 390 });
  await other.page.getByRole('link', { name: 'Site', exact: true }).click();
  await other.page.getByText('Put its key where the dots are.').waitFor();
  const offered = other.page.getByRole('button', { name: /^(Make|Edit|More|Delete)/ });
  expect([await offered.count(), await other.page.getByRole('link', { name: /demo page/ }).count()]).toEqual([0, 0]);
  await other.page.goto(`${app.url}/console/widgets/wdg_01j${'z'.repeat(23)}`);
  await other.page.getByText('There is no such widget').waitFor();
  await other.close();
});

it('shows the preview in its own frames alone, with nothing unsafe in its policy', async () => {
  const answer = await fetch(`${app.url}/widget/preview`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain('unsafe');
  // Opened by a link, too, it is of no origin: its address says whose widget runs in it.
  expect(policy).toContain('sandbox allow-scripts');
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  const others = await fetch(`${app.url}/demo`);
  expect(others.headers.get('x-frame-options')).toBe('DENY');
});
