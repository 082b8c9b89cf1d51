import type { Browser, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { invite } from '../people/team.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { button, expectAccessible, openPage, openSignedIn, signInBy, stateIs, tellNoEnd } from './browser-page.ts';
import { answering, asks, beginTalk, heard, log, refuse, send } from './inbox-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => void (workspace = await app.workspace()));

const begin = () => beginTalk(app, workspace, 'I want a person.');

/** A page whose sockets the test holds: each as the page opens it, passed on to the server. */
async function openWithSockets(path: string, onSocket: (socket: WebSocketRoute) => void) {
  const opened = await openPage(browser, `${app.url}/console${path}`);
  await opened.page.routeWebSocket('**/graphql', onSocket);
  return opened;
}

it('a reply does not overtake one that was not sent', async () => {
  const talk = await begin();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: talk.path });
  await button(page, 'Take over').click();
  const answer = await refuse(page, 'mutation Reply', answering(500, 'INTERNAL'));
  await send(page, 'One');
  await page.getByText('Not sent').waitFor();
  await answer();
  await send(page, 'Two');
  await page.getByText('It goes out after the reply above.').waitFor();
  await expectAccessible(page);
  expect(await heard(talk)).toEqual([]);
  await button(page, 'Send again').click();
  await expect.poll(() => heard(talk)).toEqual(['One', 'Two']);
  await expect
    .poll(() =>
      log(page)
        .getByText(/^(Not sent|Waiting|Sending)$/)
        .count(),
    )
    .toBe(0);
  await close();
});

it('a reply that a server could not take yet goes out by itself once it can', async () => {
  const talk = await begin();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: talk.path });
  await button(page, 'Take over').click();
  const answer = await refuse(page, 'mutation Reply');
  await send(page, 'One');
  await send(page, 'Two');
  await log(page).getByText('Not now.').waitFor();
  await answer();
  await expect.poll(() => heard(talk)).toEqual(['One', 'Two']);
  await close();
});

it('a reply whose key another request had goes out under another one, where its writer says so', async () => {
  const talk = await begin();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: talk.path });
  await button(page, 'Take over').click();
  const errors = [{ message: 'Used before.', extensions: { code: 'CONFLICT', field: 'Idempotency-Key' } }];
  const answer = await refuse(page, 'mutation Reply', { status: 409, json: { errors } });
  const keys: unknown[] = [];
  page.on('request', (request) => {
    if (asks(request.postData(), 'mutation Reply')) keys.push(request.headers()['idempotency-key']);
  });
  await send(page, 'One');
  await page.getByText('Not sent').waitFor();
  await answer();
  await button(page, 'Send again').click();
  await expect.poll(() => heard(talk)).toEqual(['One']);
  expect(keys).toHaveLength(2);
  expect(keys[0]).not.toBe(keys[1]);
  await close();
});

it('a reply that is not answered is told of in time, and goes out by itself, once', async () => {
  const talk = await begin();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: talk.path });
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await page.clock.install();
  let asked = 0;
  let hangs = true;
  await page.route('**/graphql', async (route) => {
    if (!hangs || !asks(route.request().postData(), 'mutation Reply')) return route.fallback();
    asked += 1;
    // The server has it, and its answer never comes.
    if (asked === 1) await route.fetch();
    return undefined;
  });
  await send(page, 'Are you there?');
  const late = log(page).getByText('The server did not answer in time.');
  await expect
    .poll(async () => {
      await page.clock.fastForward(31_000);
      return late.count();
    })
    .toBe(1);
  hangs = false;
  await expect
    .poll(async () => {
      await page.clock.fastForward(16_000);
      return late.count();
    })
    .toBe(0);
  expect(await heard(talk)).toEqual(['Are you there?']);
  await expect.poll(() => log(page).getByText('Are you there?').count()).toBe(1);
  await close();
});

it('a connection that the server breaks off for good is made anew, and is not called live meanwhile', async () => {
  const talk = await begin();
  const sockets: WebSocketRoute[] = [];
  let isRefused = false;
  const { page, close } = await openWithSockets(talk.path, (socket) => {
    sockets.push(socket);
    if (isRefused) void socket.close({ code: 4500, reason: 'Internal server error' });
    else socket.connectToServer();
  });
  await signInBy(page, workspace.keys.graphql);
  await log(page).getByText('I want a person.').waitFor();
  isRefused = true;
  await sockets.at(-1)?.close({ code: 4500, reason: 'Internal server error' });
  await stateIs(page, 'Reconnecting');
  isRefused = false;
  await stateIs(page, 'Live');
  await talk.visitor.say('Still there?', talk.id);
  await expect.poll(() => log(page).getByText('Still there?').count()).toBe(1);
  await close();
});

it('a place in the log that is gone, and cannot be asked for anew, is no live connection until it can', async () => {
  const talk = await begin();
  let isGone = false;
  const { page, close } = await openWithSockets(talk.path, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { id, payload } = JSON.parse(String(message)) as { id?: string; payload?: { query?: string } };
      if (!isGone || !payload?.query?.includes('subscription LiveEvents')) return server.send(message);
      const errors = [{ message: 'It is gone.', extensions: { code: 'CURSOR_EXPIRED' } }];
      return socket.send(JSON.stringify({ id, type: 'error', payload: errors }));
    });
    if (isGone) return;
    goneNow = () => {
      isGone = true;
      void socket.close({ code: 1012, reason: 'Service restart' });
    };
  });
  await signInBy(page, workspace.keys.graphql);
  await log(page).getByText('I want a person.').waitFor();
  const answer = await refuse(page, 'query Session');
  const asked = page.waitForResponse((response) => response.status() === 503);
  goneNow();
  await asked;
  await stateIs(page, 'Reconnecting');
  await talk.visitor.say('Still there?', talk.id);
  isGone = false;
  await answer();
  await stateIs(page, 'Live');
  await expect.poll(() => log(page).getByText('Still there?').count()).toBe(1);
  await close();
});
let goneNow = (): void => undefined;

it('a line that swallows everything is noticed, and left for another one', async () => {
  const talk = await begin();
  let isSilent = false;
  const { page, close } = await openWithSockets(talk.path, (socket) => {
    const server = socket.connectToServer();
    const swallows = () => isSilent;
    socket.onMessage((message) => (swallows() ? undefined : server.send(message)));
    server.onMessage((message) => (swallows() ? undefined : socket.send(message)));
  });
  await page.clock.install();
  await signInBy(page, workspace.keys.graphql);
  await log(page).getByText('I want a person.').waitFor();
  isSilent = true;
  const lost = page.getByRole('status').filter({ hasText: /^Reconnecting$/ });
  await expect
    .poll(async () => {
      await page.clock.fastForward(10_000);
      return lost.count();
    })
    .toBe(1);
  isSilent = false;
  await stateIs(page, 'Live');
  await talk.visitor.say('Still there?', talk.id);
  await expect.poll(() => log(page).getByText('Still there?').count()).toBe(1);
  await close();
});

it('a message that could not be read is told of, and read again by itself', async () => {
  const talk = await begin();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: talk.path });
  await log(page).getByText('I want a person.').waitFor();
  const answer = await refuse(page, 'query Thread');
  await talk.visitor.say('And the price?', talk.id);
  await page.getByRole('alert').filter({ hasText: 'This could not be read' }).filter({ hasText: 'Not now.' }).waitFor();
  expect(await log(page).getByText('I want a person.').count()).toBe(1);
  await answer();
  await log(page).getByText('And the price?').waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await close();
});

it('where another tab signs somebody else in, this one sends and shows nothing in their name, and says so', async () => {
  const talk = await begin();
  const [{ token: first }, { token: second, email }] = await Promise.all([
    invite(workspace.graph, 'AGENT'),
    invite(workspace.graph, 'AGENT'),
  ]);
  const { page, context, close } = await openPage(browser, `${app.url}/console`);
  await tellNoEnd(page);
  await page.goto(`${app.url}/console${talk.path}#${first}`);
  await stateIs(page, 'Live');
  await button(page, 'Take over').click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('In whose name?');

  const other = await context.newPage();
  await other.goto(`${app.url}/console#${second}`);
  await stateIs(other, 'Live');
  // What the page reads meanwhile may be refused first.
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Somebody else signed in' }).waitFor();
  await expectAccessible(page);
  const [name = ''] = email.split('@');
  expect([await heard(talk), await page.getByRole('main').textContent()]).toEqual([
    [],
    expect.stringContaining(`In another tab of this browser ${name} signed in`),
  ]);
  await button(page, `Go on as ${name}`).click();
  await page.getByText(/ answers\. You can read along\.$/).waitFor();
  expect(await page.getByText('In whose name?').count()).toBe(0);
  await close();
});
