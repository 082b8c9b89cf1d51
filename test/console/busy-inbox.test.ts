import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toGlobalId } from '../../src/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { button, openSignedIn } from './browser-page.ts';
import { beginTalk, log } from './inbox-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => void (workspace = await app.workspace()));

const begin = (words = 'Hello') => beginTalk(app, workspace, words);
const asOperator = (path: string) => openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path });
const rowsOf = (page: Page) => page.getByRole('region', { name: 'Conversations' }).getByRole('link');

/** So many visitors' messages at once, in new conversations unless one of each is given. */
async function sayMany(count: number, message: string, ids: readonly string[] = []): Promise<void> {
  const say =
    'mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $widgetId, input: $input) { message { id } } }';
  let left = count;
  await Promise.all(
    Array.from({ length: 5 }, async (_, writer) => {
      while (left > 0) {
        left -= 1;
        const conversationId = ids[writer % ids.length];
        const input = {
          message,
          ...(conversationId && { conversationId: toGlobalId('Conversation', conversationId) }),
        };
        await workspace.graph.ask(say, { widgetId: workspace.widgetId, input });
      }
    }),
  );
}

const takeOver = (id: string) =>
  workspace.graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', {
    id: toGlobalId('Conversation', id),
  });

it('reads all rows that something happened to at once, however much it was', async () => {
  const talks = await Promise.all(Array.from({ length: 5 }, () => begin()));
  const { page, close } = await asOperator('/inbox');
  await expect.poll(() => rowsOf(page).count()).toBe(5);
  const ids = talks.map(({ id }) => id);
  // What the visitor says stands in the row once no AI answers it.
  await Promise.all(ids.map((id) => takeOver(id)));
  await rowsOf(page).filter({ hasText: 'Operator' }).nth(4).waitFor();
  const said = Promise.withResolvers<void>();
  let asked = 0;
  await page.route('**/graphql', async (route) => {
    asked += 1;
    await said.promise;
    return route.continue();
  });
  await sayMany(50, 'And the price?', ids);
  await begin('The one after them all.');
  await button(page, '1 new').waitFor();
  said.resolve();
  await rowsOf(page).filter({ hasText: 'And the price?' }).nth(4).waitFor();
  expect(asked).toBeLessThanOrEqual(3);
  await close();
});

it('offers no more than can be told apart', async () => {
  await begin('The first one.');
  const { page, close } = await asOperator('/inbox');
  await rowsOf(page).first().waitFor();
  await sayMany(101, 'Hello');
  await button(page, '99+ new').click();
  await button(page, '99+ new').waitFor({ state: 'detached' });
  await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(1);
  await close();
});

it('of a conversation that goes on only what is newest is read, and all of it where much was missed', async () => {
  const talk = await begin('The very first.');
  const { page, close } = await asOperator(talk.path);
  await log(page).getByText('The very first.').waitFor();
  const sizes: unknown[] = [];
  const missed = Promise.withResolvers<void>();
  let isHeld = false;
  await page.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('query Thread')) {
      sizes.push(/"last":(\d+)/.exec(body)?.[1]);
      if (isHeld) await missed.promise;
    }
    return route.fallback();
  });
  await talk.visitor.say('And the price?', talk.id);
  await log(page).getByText('And the price?').waitFor();
  expect(new Set(sizes)).toEqual(new Set(['10']));
  isHeld = true;
  for (let count = 1; count <= 12; count += 1) await talk.visitor.say(`Message ${count}`, talk.id);
  missed.resolve();
  for (const shown of ['Message 1', 'Message 12']) await log(page).getByText(shown, { exact: true }).waitFor();
  expect(sizes).toContain('50');
  expect(await log(page).getByText('The very first.').count()).toBe(1);
  await close();
});

it('lets go of what was said long ago while somebody reads along, and reads it back', async () => {
  const talk = await begin('The very first.');
  const { page, close } = await asOperator(talk.path);
  await log(page).getByText('The very first.').waitFor();
  for (let count = 1; count <= 55; count += 1) {
    await talk.visitor.say(`Message ${count}`, talk.id);
    if (count % 10 === 0) await log(page).getByText(`Message ${count}`, { exact: true }).waitFor();
  }
  await log(page).getByText('Message 55', { exact: true }).waitFor();
  await expect.poll(() => log(page).getByRole('listitem').count()).toBeLessThanOrEqual(100);
  for (const shown of ['Message 20', 'The very first.']) {
    await button(page, 'Older messages').click();
    await log(page).getByText(shown, { exact: true }).waitFor();
  }
  await close();
});

/** Of each message from now on that comes into the log, whether a screen reader is told of it. */
async function whatIsReadAloud(page: Page): Promise<() => Promise<boolean[]>> {
  await log(page).evaluate((element) => {
    const told: boolean[] = [];
    Reflect.set(globalThis, 'told', told);
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeName === 'LI');
      told.push(...added.map(() => element.getAttribute('aria-busy') !== 'true'));
    }).observe(element, { childList: true, subtree: true });
  });
  return () => page.evaluate<boolean[]>('globalThis.told');
}

it('reads back in a long conversation, and each message stands there once', async () => {
  const talk = await begin('Message 0');
  for (let count = 1; count < 40; count += 1) await talk.visitor.say(`Message ${count}`, talk.id);
  const { page, close } = await asOperator(talk.path);
  await log(page).getByText('Message 39', { exact: true }).waitFor();
  expect(await log(page).getByText('Message 0', { exact: true }).count()).toBe(0);
  const isReadAloud = await whatIsReadAloud(page);
  await button(page, 'Older messages').click();
  await log(page).getByText('Message 0', { exact: true }).waitFor();
  const shown = await log(page)
    .getByText(/^Message \d+$/)
    .allTextContents();
  expect(shown).toEqual(Array.from({ length: 40 }, (_, count) => `Message ${count}`));
  expect(new Set(await isReadAloud())).toEqual(new Set([false]));
  await expect.poll(() => log(page).getAttribute('aria-busy')).toBe('false');
  await talk.visitor.say('Message 40', talk.id);
  await log(page).getByText('Message 40', { exact: true }).waitFor();
  expect((await isReadAloud()).at(-1)).toBe(true);
  await close();
});
