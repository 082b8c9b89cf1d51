import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { launchChromium } from '../support/browser.ts';
import { button, expectAccessible, openSignedIn } from './browser-page.ts';
import { answering, arriveInvited, asks, beginTalk, heard, log, refuse, send } from './inbox-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => void (workspace = await app.workspace()));

const begin = (words?: string) => beginTalk(app, workspace, words);
const arrive = (path: string) => arriveInvited(browser, app, workspace, path);
const asOperator = (path: string, options: { width?: number; colorScheme?: 'dark' } = {}) =>
  openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path, ...options });

/** All press before the server hears of any of them. */
async function reachAtOnce(pages: readonly Page[]): Promise<void> {
  const all = Promise.withResolvers<void>();
  let pressed = 0;
  for (const page of pages) {
    await page.route('**/graphql', async (route) => {
      if (!asks(route.request().postData(), 'mutation TakeOver')) return route.continue();
      pressed += 1;
      if (pressed === pages.length) all.resolve();
      await all.promise;
      return route.continue();
    });
  }
  await Promise.all(pages.map((page) => button(page, 'Take over').click()));
}

it('that the visitor writes is shown to who reads along, and that the holder writes is told to the visitor', async () => {
  const talk = await begin();
  const { page, complaints, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.waitFor();
  const stream = await talk.visitor.follow(talk.id);
  const writing = log(page).getByText('is typing…');
  await talk.visitor.typing(talk.id);
  await expect.poll(() => writing.count()).toBe(1);
  await talk.visitor.typing(talk.id, false);
  await expect.poll(() => writing.count()).toBe(0);
  await expect
    .poll(async () => {
      await talk.visitor.typing(talk.id);
      return writing.count();
    })
    .toBe(1);
  await talk.visitor.say('Are you there?', talk.id);
  await log(page).getByText('Are you there?').waitFor();
  await expect.poll(() => writing.count()).toBe(0);

  const heardOf = () => stream.frames.filter(({ event }) => event === 'typing').map(({ data }) => data);
  await reply.pressSequentially('We');
  await expect.poll(heardOf).toEqual([{ by: 'human', typing: true }]);
  await reply.fill('');
  await expect.poll(heardOf).toEqual([
    { by: 'human', typing: true },
    { by: 'human', typing: false },
  ]);
  expect(complaints).toEqual([]);
  stream.leave();
  await close();
});

it('two agents reach for one visitor: one has them, the other is told who, and both read along to the end', async () => {
  const talk = await begin();
  const agents = await Promise.all([arrive(talk.path), arrive(talk.path)]);
  await Promise.all(agents.map(({ page }) => button(page, 'Take over').waitFor()));
  await reachAtOnce(agents.map(({ page }) => page));
  const won = await Promise.race(
    agents.map(async ({ page }, index) => {
      await page.getByRole('textbox', { name: 'Reply' }).waitFor();
      return index;
    }),
  );
  const [winner, loser] = won === 0 ? agents : [agents[1], agents[0]];
  await loser.page.getByText(/ answers\. You can read along\.$/).waitFor();
  const told = loser.page.getByRole('alert').filter({ hasText: 'The conversation is already taken over by ' });
  await told.waitFor();
  expect(await loser.page.getByRole('textbox', { name: 'Reply' }).count()).toBe(0);

  await send(winner.page, 'Hello Ada, this is a person.');
  await log(loser.page).getByText('Hello Ada, this is a person.').waitFor();
  expect(await heard(talk)).toEqual(['Hello Ada, this is a person.']);
  const { body } = await talk.visitor.say('Good to hear.', talk.id);
  expect(body.reply).toBeNull();
  await Promise.all(agents.map(({ page }) => log(page).getByText('Good to hear.').waitFor()));

  await button(winner.page, 'Hand back').click();
  await Promise.all(agents.map(({ page }) => button(page, 'Take over').waitFor()));
  expect((await talk.visitor.say('Are you still there?', talk.id)).body.reply?.role).toBe('ai');
  expect(agents.flatMap(({ complaints }) => complaints)).toEqual([]);
  await Promise.all(agents.map((agent) => agent.close()));
});

it.each([
  ['on its way', async () => undefined],
  [
    'with the server that was about to keep it',
    async () => app.database.pool.query('update idempotency_keys set status = null, body = null'),
  ],
])('a reply whose answer was lost %s is sent again and is there once', async (_, lose) => {
  const talk = await begin();
  const { page, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  let lost = 0;
  await page.route('**/graphql', async (route) => {
    if (lost > 0 || !asks(route.request().postData(), 'mutation Reply')) return route.continue();
    lost += 1;
    await route.fetch();
    await lose();
    return route.abort('connectionreset');
  });
  await send(page, 'Once, please.');
  await page.getByText('Sending').waitFor({ state: 'detached' });
  await log(page).getByText('Once, please.').waitFor();
  expect([lost, await log(page).getByText('Once, please.').count(), await heard(talk)]).toEqual([
    1,
    1,
    ['Once, please.'],
  ]);
  await close();
});

it('what could not be sent says so, stays, and goes out in order once the network is back', async () => {
  const talk = await begin();
  const { page, context, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await context.setOffline(true);
  await send(page, 'One');
  await page.getByText('Not sent').waitFor();
  await send(page, 'Two');
  await log(page).getByText('Waiting').waitFor();
  await context.setOffline(false);
  await expect.poll(() => heard(talk)).toEqual(['One', 'Two']);
  await page.getByText('Not sent').waitFor({ state: 'detached' });
  expect(await log(page).getByText('One', { exact: true }).count()).toBe(1);
  await close();
});

it('what was not sent is still there when the page is loaded anew, and then goes out once', async () => {
  const talk = await begin();
  const { page, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  const answer = await refuse(page, 'mutation Reply', answering(500, 'INTERNAL'));
  await send(page, 'Kept for you.');
  await page.getByText('Not sent').waitFor();
  await page.reload();
  await page.getByText('Not sent').waitFor();
  await log(page).getByText('Not now.').waitFor();
  expect(await heard(talk)).toEqual([]);
  await answer();
  // The server has it, and the page is left before it is told so.
  const lost = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (!asks(route.request().postData(), 'mutation Reply')) return route.fallback();
    await route.fetch();
    return lost.resolve();
  });
  await button(page, 'Send again').click();
  await lost.promise;
  await page.unroute('**/graphql');
  await page.reload();
  await log(page).getByText('Kept for you.').first().waitFor();
  await page.getByText(/^(Not sent|Sending)$/).waitFor({ state: 'detached' });
  await expect.poll(() => log(page).getByText('Kept for you.').count()).toBe(1);
  expect(await heard(talk)).toEqual(['Kept for you.']);
  await close();
});

it('gives a conversation back only once what was written in it has arrived', async () => {
  const talk = await begin();
  const { page, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  const held = Promise.withResolvers<void>();
  const asked: string[] = [];
  await page.route('**/graphql', async (route) => {
    const [, name] = /mutation (Reply|HandBack)/.exec(route.request().postData() ?? '') ?? [];
    if (name) asked.push(name);
    if (name === 'Reply') await held.promise;
    return route.continue();
  });
  await send(page, 'Before you go.');
  await page.getByText('Sending').waitFor();
  await button(page, 'Hand back').click();
  await page.locator('[data-loading]').first().waitFor();
  expect(asked).toEqual(['Reply']);
  held.resolve();
  await button(page, 'Take over').waitFor();
  expect([asked, await heard(talk)]).toEqual([['Reply', 'HandBack'], ['Before you go.']]);
  await close();
});

it('new conversations are offered, and do not push what is shown', async () => {
  const first = await begin('The first one.');
  const { page, close } = await asOperator('/inbox');
  const rows = page.getByRole('region', { name: 'Conversations' }).getByRole('link');
  await rows.first().waitFor();
  await begin('The second one.');
  await button(page, '1 new').waitFor();
  expect(await rows.count()).toBe(1);
  await first.visitor.say('More from the first.', first.id);
  await button(page, '1 new').click();
  await expect.poll(() => rows.count()).toBe(2);
  await close();
});

it('is worked by keyboard alone', async () => {
  const talk = await begin();
  const { page, close } = await asOperator('/inbox');
  await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await button(page, 'Take over').waitFor();
  await page.keyboard.press('t');
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('By keyboard.');
  await page.keyboard.press('Enter');
  await log(page).getByText('By keyboard.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await button(page, 'Take over').waitFor();
  expect([page.url(), await heard(talk)]).toEqual([`${app.url}/console${talk.path}`, ['By keyboard.']]);
  await close();
});

it('hands back what somebody else holds, after asking once', async () => {
  const talk = await begin();
  const agent = await arrive(talk.path);
  await button(agent.page, 'Take over').click();
  await agent.page.getByRole('textbox', { name: 'Reply' }).waitFor();
  const { page, close } = await asOperator(talk.path);
  await button(page, 'Hand back').click();
  await button(page, 'Hand back for the holder').click();
  await button(page, 'Take over').waitFor();
  await button(agent.page, 'Take over').waitFor();
  expect(agent.complaints).toEqual([]);
  await Promise.all([close(), agent.close()]);
});

it.each([
  ['wide and light', {}],
  ['narrow and dark', { width: 390, colorScheme: 'dark' }],
] as const)('is accessible, %s', async (_, options) => {
  const talk = await begin();
  const { page, complaints, close } = await asOperator(talk.path, options);
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Hello');
  await expectAccessible(page);
  await page.goto(`${app.url}/console/inbox`);
  await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});
