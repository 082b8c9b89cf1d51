import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../src/ids.ts';
import { consoleFolder, createConsolePages } from '../../src/server/console/pages.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createVisitor } from '../support/visitor.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** The server was built anew: it does not have this screen's files any more. */
const takeAway = (page: Page) => page.route('**/assets/tasks-*.js', (route) => route.fulfill({ status: 404 }));

async function openInbox() {
  const { keys } = await app.workspace();
  const { body } = await createVisitor(app.url, keys.widget).say('I would like to talk to a person.');
  const path = `/inbox/${toGlobalId('Conversation', body.conversation_id)}`;
  const opened = await openSignedIn(browser, { url: app.url, key: keys.graphql, path });
  return { ...opened, path };
}

const gone = (page: Page) => page.getByRole('heading', { name: 'This screen could not be loaded' });

it('a screen whose files are gone offers one reload, which keeps what was typed', async () => {
  const { page, path, complaints, close } = await openInbox();
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Half a sen');
  let pages = 0;
  page.on('framenavigated', () => (pages += 1));
  await takeAway(page);
  await page.keyboard.press('Escape');
  await page.keyboard.type('gt');
  await gone(page).waitFor();
  await expectAccessible(page);
  const asked = page.waitForEvent('load');
  await page.unroute('**/assets/tasks-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await asked;
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
  await page.goto(`${app.url}/console${path}`);
  await expect.poll(() => page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('Half a sen');
  expect(complaints.filter((text) => !text.includes('The screen could not be loaded'))).toEqual([]);
  await close();
});

it('where they are still gone then, it says so and reloads no more', async () => {
  const { page, close } = await openInbox();
  let loads = 0;
  page.on('load', () => (loads += 1));
  await takeAway(page);
  await page.keyboard.type('gt');
  await gone(page).waitFor();
  expect(loads).toBe(0);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByText('Reloading did not help.').waitFor();
  expect([loads, await page.getByRole('button', { name: 'Reload' }).count()]).toEqual([1, 0]);
  await page.unroute('**/assets/tasks-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
  expect(loads).toBe(1);
  await close();
});

it('the page is as it was built last, even where its time does not tell', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-console-'));
  cpSync(consoleFolder, folder, { recursive: true });
  const server = express()
    .use(createConsolePages({ base: '', hasOidc: false, folder }))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const read = async () => (await fetch(`http://127.0.0.1:${address.port}/console`)).text();
  const file = join(folder, 'index.html');
  const { atime, mtime } = statSync(file);
  expect(await read()).not.toContain('built anew');
  writeFileSync(file, readFileSync(file, 'utf8').replace('</head>', '<!-- built anew --></head>'));
  utimesSync(file, atime, mtime);
  expect(await read()).toContain('built anew');
  server.close();
  rmSync(folder, { recursive: true });
});
