import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toGlobalId } from '../../src/ids.ts';
import { invite } from '../people/team.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { launchChromium } from '../support/browser.ts';
import { button, openSignedIn } from './browser-page.ts';
import { answering, arriveInvited, asks, beginTalk, heard, refuse, send } from './inbox-page.ts';

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
const asOperator = (path: string) => openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path });

it('a reply refused since nobody holds the conversation goes out by “Send again” once it is taken over, and once', async () => {
  const talk = await begin();
  const { page, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  let isHandedBack = false;
  await page.route('**/graphql', async (route) => {
    if (isHandedBack || !asks(route.request().postData(), 'mutation Reply')) return route.continue();
    isHandedBack = true;
    await workspace.graph.ask('mutation ($id: ID!) { handBackConversation(id: $id) { conversation { id } } }', {
      id: toGlobalId('Conversation', talk.id),
    });
    return route.continue();
  });
  await send(page, 'Still for you.');
  await page.getByText('Not sent').waitFor();
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await button(page, 'Send again').click();
  await page.getByText(/^(Not sent|Sending)$/).waitFor({ state: 'detached' });
  expect(await heard(talk)).toEqual(['Still for you.']);
  await close();
});

it('neither hands back nor closes while a reply before it was not sent, and says so', async () => {
  const talk = await begin();
  const { page, close } = await asOperator(talk.path);
  await button(page, 'Take over').click();
  const asked: string[] = [];
  await page.route('**/graphql', (route) => {
    const [, name] = /mutation (Reply|HandBack|Close)/.exec(route.request().postData() ?? '') ?? [];
    if (name !== 'Reply') {
      if (name) asked.push(name);
      return route.continue();
    }
    return route.fulfill(answering(500, 'INTERNAL'));
  });
  await send(page, 'Before you go.');
  await button(page, 'Hand back').click();
  const told = page.getByRole('alert').filter({ hasText: 'A reply above was not sent.' });
  await told.filter({ hasText: 'Not handed back' }).waitFor();
  await button(page, 'Close').click();
  await button(page, 'Close the conversation').click();
  await told.filter({ hasText: 'Not closed' }).waitFor();
  expect(asked).toEqual([]);

  await button(page, 'Discard').click();
  await button(page, 'Hand back').click();
  await button(page, 'Take over').waitFor();
  expect([asked, await heard(talk)]).toEqual([['HandBack'], []]);
  await close();
});

it('what somebody wrote and did not send is theirs: nobody else who signs in here reads it, and it goes as they sign out', async () => {
  const talk = await begin();
  const { page, close } = await arrive(talk.path);
  const { token: ofAnother } = await invite(workspace.graph, 'AGENT');
  const reply = page.getByRole('textbox', { name: 'Reply' });
  const enter = async (credential: object) => {
    await page.evaluate(
      `fetch('${app.url}/console/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify(credential)}' })`,
    );
  };
  const cookies = await page.context().cookies();
  await button(page, 'Take over').click();
  await refuse(page, 'mutation Reply', answering(500, 'INTERNAL'));
  await send(page, 'Refused words');
  await page.getByText('Not sent').waitFor();
  await reply.fill('Half a sentence');

  // The session ends, and somebody else comes in.
  await page.context().clearCookies();
  await enter({ token: ofAnother });
  await page.reload();
  await page.getByText(/ answers\. You can read along\.$/).waitFor();
  expect(await page.getByText('Refused words').count()).toBe(0);
  await workspace.graph.ask(
    'mutation ($id: ID!) { handBackConversation(id: $id, force: true) { conversation { id } } }',
    { id: toGlobalId('Conversation', talk.id) },
  );
  await button(page, 'Take over').click();
  expect(await reply.inputValue()).toBe('');
  await reply.fill('Of another');
  await workspace.graph.ask(
    'mutation ($id: ID!) { handBackConversation(id: $id, force: true) { conversation { id } } }',
    { id: toGlobalId('Conversation', talk.id) },
  );
  await page.getByText('The AI answers. Take over to write yourself.').waitFor();

  // And who wrote it comes back.
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.reload();
  await page.getByText('Not sent').waitFor();
  await button(page, 'Take over').click();
  await expect.poll(() => reply.inputValue()).toBe('Half a sentence');

  await page.getByRole('button', { name: /menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You have signed out.').waitFor();
  expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toMatch(/Refused words|Half a sentence/);
  await page.reload();
  expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toMatch(/Refused words|Half a sentence/);
  await close();
});
