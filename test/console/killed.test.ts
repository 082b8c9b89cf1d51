import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findFreePort, killLeftovers, startProduct } from '../failure/product.ts';
import { toGlobalId } from '../../src/ids.ts';
import { createVisitor } from '../support/visitor.ts';
import { launchChromium } from '../support/browser.ts';
import { openSignedIn, stateIs } from './browser-page.ts';

let dataDir: string;
let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
// A test that is tried again begins with nothing.
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'console-killed-'))));
afterEach(async () => {
  killLeftovers();
  await rm(dataDir, { recursive: true, force: true });
});

it('shows each message once and in order though the server was killed in the middle of a conversation', async () => {
  const environment = { PORT: String(await findFreePort()), DATA_DIR: dataDir };
  const before = await startProduct(environment);
  const { url, operatorKey = '', widgetKey = '' } = before;
  const visitor = createVisitor(url, widgetKey);
  const { body } = await visitor.say('I would like to talk to a person.');
  const id = body.conversation_id;
  const { page, close } = await openSignedIn(browser, {
    url,
    key: operatorKey,
    path: `/inbox/${toGlobalId('Conversation', id)}`,
  });
  const log = page.getByRole('log', { name: 'Messages' });
  const write = async (text: string) => {
    await page.getByRole('textbox', { name: 'Reply' }).fill(text);
    await page.getByRole('textbox', { name: 'Reply' }).press('Enter');
  };

  await page.getByRole('button', { name: 'Take over' }).click();
  const last = async () => (await visitor.messages(id)).body.data.at(-1)?.content;
  await write('Said before');
  await expect.poll(last).toBe('Said before');
  await page.getByText('Sending').waitFor({ state: 'detached' });
  await before.stop('SIGKILL');
  await write('Said while it was down');
  await page.getByRole('status').filter({ hasText: 'Reconnecting' }).waitFor();
  await page.getByText('Not sent').waitFor();

  const after = await startProduct(environment);
  await stateIs(page, 'Live');
  await page.getByText('Not sent').waitFor({ state: 'detached' });
  await expect.poll(last).toBe('Said while it was down');
  await visitor.say('Said after', id);
  await log.getByText('Said after').waitFor();

  const read = (await visitor.messages(id)).body.data.map(({ content }) => content);
  expect(read.slice(-3)).toEqual(['Said before', 'Said while it was down', 'Said after']);
  const shown = await log.getByText(/^Said /).allTextContents();
  expect(shown).toEqual(['Said before', 'Said while it was down', 'Said after']);
  await close();
  await after.stop('SIGTERM');
});
