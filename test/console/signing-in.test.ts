import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offerOwnership } from '../../src/domain/sessions/offer-ownership.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { invite } from '../people/team.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { launchChromium } from '../support/browser.ts';
import { type ConsolePage, expectAccessible, openPage, openSignedIn, signInBy, tellNoEnd } from './browser-page.ts';

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

const open = (path = '') => openPage(browser, `${app.url}/console${path}`);
const heading = ({ page }: ConsolePage, name: string) => page.getByRole('heading', { name, level: 1 });

it('signs in by a key, without a word of complaint from the browser, and out again', async () => {
  const opened = await open();
  const { page, complaints } = opened;
  await page.getByRole('textbox', { name: 'API key' }).waitFor();
  await expectAccessible(page);
  await signInBy(page, workspace.keys.graphql);
  await heading(opened, 'Home').waitFor();
  await page.getByText('Nobody is waiting').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You have signed out.').waitFor();
  await page.reload();
  await page.getByRole('textbox', { name: 'API key' }).waitFor();
  expect(complaints).toEqual([]);
  const stored = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
  expect(stored).not.toMatch(/tby_|tbs_/);
  await opened.close();
});

it.each([
  ['is not reached', 'abort'],
  ['answers 503', 'fulfill'],
] as const)('stays, and says so, where the server %s when one signs out', async (_, how) => {
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql });
  await page.route('**/console/session', (route) =>
    how === 'abort' ? route.abort('connectionreset') : route.fulfill({ status: 503, json: { message: 'Not now.' } }),
  );
  const leave = async () => {
    await page.getByRole('button', { name: /menu$/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  await leave();
  await page
    .getByRole('alert')
    .filter({ hasText: 'Not signed out' })
    .filter({ hasText: how === 'abort' ? 'The server cannot be reached' : 'Not now.' })
    .waitFor();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  expect(await page.getByText('You have signed out.').count()).toBe(0);
  await page.unroute('**/console/session');
  await leave();
  await page.getByText('You have signed out.').waitFor();
  await close();
});

it('signs out nobody who signed in in another tab of the browser', async () => {
  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: /menu$/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('You have signed out.').waitFor();
  };
  const first = await openPage(browser, `${app.url}/console/plan`);
  await tellNoEnd(first.page);
  await signInBy(first.page, workspace.keys.graphql);
  const { token } = await invite(workspace.graph, 'AGENT');
  const page = await first.context.newPage();
  await page.goto(`${app.url}/console#${token}`);
  await page.getByText('Nobody is waiting').waitFor();
  await signOut(first.page);
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByText('Nothing is to be done').waitFor();
  await page.reload();
  await page.getByText('Nothing is to be done').waitFor();
  expect(await page.getByRole('textbox', { name: 'API key' }).count()).toBe(0);
  await signOut(page);
  await first.close();
});

it('is told at once where somebody else signs in over its session in another tab', async () => {
  const { page, context, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '' });
  const { token } = await invite(workspace.graph, 'AGENT');
  const other = await context.newPage();
  await other.goto(`${app.url}/console#${token}`);
  await page.getByRole('heading', { name: 'Somebody else signed in' }).waitFor();
  expect(await page.getByRole('link', { name: 'Leads' }).count()).toBe(0);
  await close();
});

it('says of a key that does not sign in why', async () => {
  const { page, close } = await open();
  await page.getByRole('textbox', { name: 'API key' }).fill('tby_nobody');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('tby_nobody');
  await close();
});

it('signs the owner in by the link of the first start, once, and leaves its token in no address', async () => {
  const own = await app.workspace();
  const link = await offerOwnership(app.app.services, own.orgId);
  const path = `#${new URL(link ?? '').hash.slice(1)}`;
  const first = await open(path);
  await heading(first, 'Home').waitFor();
  expect(first.page.url()).toBe(`${app.url}/console`);
  const second = await open(path);
  await second.page.getByRole('alert').filter({ hasText: 'This link was used' }).waitFor();
  await Promise.all([first.close(), second.close()]);
});

it('is told within a second of a session that ended, and comes back to where it was', async () => {
  const { key, graph } = await keyOf();
  const { page, close } = await openSignedIn(browser, { url: app.url, key, path: '?from=here' });
  const { viewer } = await graph.ask<{ viewer: { apiKeyId: string } }>('{ viewer { apiKeyId } }');
  const started = performance.now();
  await workspace.graph.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', { id: viewer.apiKeyId });
  await page.getByText('Your session has ended').waitFor();
  expect(performance.now() - started).toBeLessThan(1000);
  await signInBy(page, workspace.keys.graphql);
  expect(page.url()).toContain('?from=here');
  await close();
});

async function keyOf() {
  const graph = await workspace.graphAs(['leads:read', 'conversations:read', 'events:read']);
  return { graph, key: graph.key };
}

it('offers no screen and no list beyond what the key may do', async () => {
  const { key } = await keyOf();
  const { page, close } = await openSignedIn(browser, { url: app.url, key });
  await page.getByText('Nobody is waiting').waitFor();
  expect(await page.getByText('Failing webhooks').count()).toBe(0);
  await close();
});

it('has its keys switched off by whom they are in the way of, and on again', async () => {
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql });
  const home = page.getByRole('heading', { name: 'Home', level: 1 });
  const keys = page.getByRole('switch', { name: 'Keys without ⌘ or Ctrl' });
  await page.keyboard.press('?');
  await keys.click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.reload();
  await home.waitFor();
  await page.keyboard.type('gi?');
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Search' }).fill('show the keys');
  expect([await home.count(), await keys.count()]).toEqual([1, 0]);
  await page.keyboard.press('Enter');
  await keys.click();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await page.keyboard.type('gi');
  await page.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor({ state: 'attached' });
  await close();
});

it('lists the keys, and goes where they lead', async () => {
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Search' }).fill('home');
  expect(await page.getByRole('option').allTextContents()).toEqual(['Go to Homeg h']);
  await expectAccessible(page);
  await close();
});
