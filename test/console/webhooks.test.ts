import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { answerWith, openReceiver } from '../webhooks/receiver.ts';
import { launchChromium } from '../support/browser.ts';
import { button, expectAccessible, openSignedIn } from './browser-page.ts';

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

type Receiver = Awaited<ReturnType<typeof openReceiver>>;

const open = (path: string, key = workspace.keys.graphql) => openSignedIn(browser, { url: app.url, key, path });
const createLead = (name: string) =>
  workspace.graph.ask('mutation ($name: String) { createLead(input: { name: $name }) { lead { id } } }', { name });

async function register(page: Page, url: string): Promise<string> {
  await button(page, 'Register an endpoint').click();
  await page.getByRole('textbox', { name: 'Address' }).fill(url);
  await expectAccessible(page);
  await button(page, 'Register').click();
  const secret = await page.getByRole('region', { name: 'The signing secret' }).textContent();
  await expectAccessible(page);
  await button(page, 'I have copied it').click();
  return secret ?? '';
}

it('a receiver that fails is found, understood, repaired, and sent again what it missed until all is green', async () => {
  await using receiver = await openReceiver(answerWith(500, 'out of order'));
  const { page, complaints, close } = await open('/webhooks');
  await page.getByText('No endpoint yet').waitFor();
  await expectAccessible(page);
  expect(await register(page, receiver.url)).toMatch(/^whsec_/);

  for (const name of ['Ada', 'Grace', 'Edsger']) await createLead(name);
  await page.getByText('Failing since').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: receiver.url }).click();
  await page.getByText('3 deliveries failed so far.').waitFor();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Failing');
  await page.getByRole('link', { name: 'lead.created' }).first().click();
  await page.getByText('The receiver failed by itself: it answered 500.').waitFor();
  await page.getByRole('region', { name: 'Answer to attempt 1' }).getByText('out of order').waitFor();
  await page.getByText(/Attempt 2 comes/).waitFor();
  const newest = receiver.received.find(({ rawBody }) => String(rawBody).includes('Edsger'));
  expect(await page.getByRole('region', { name: 'Body of attempt 1' }).textContent()).toBe(String(newest?.rawBody));
  expect(await page.getByRole('definition').allTextContents()).toContain(newest?.headers['webhook-signature']);
  await expectAccessible(page);

  receiver.behaviour.answer = answerWith(204);
  await page.keyboard.press('r');
  await page.getByText('The receiver took it with 204.').waitFor();
  await page.getByRole('link', { name: /All deliveries of this endpoint/ }).click();
  await button(page, 'Retry what failed').click();
  await page.getByText('2 sent again and taken.').waitFor();
  await page.getByText('Healthy').waitFor();

  await button(page, 'Replay events').click();
  await page.getByRole('radio', { name: 'Every one that is kept' }).check();
  await expectAccessible(page);
  await button(page, 'Replay').click();
  await page.getByText('All green: 3 replayed deliveries were taken.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('sends a test, pauses and resumes, rotates the secret and deletes an endpoint', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await open('/webhooks');
  const first = await register(page, receiver.url);
  await page.getByRole('link', { name: receiver.url }).click();
  await button(page, 'Send a test').click();
  await page.getByText('The receiver took it with 200.').waitFor();
  await page.getByText('TypeScript', { exact: true }).waitFor();
  await page.goBack();
  const choose = async (name: string) => {
    await button(page, 'More actions').click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Rotate the signing secret');
  await button(page, 'Rotate').click();
  const next = await page.getByRole('region', { name: 'The new signing secret' }).textContent();
  expect(next).toMatch(/^whsec_/);
  expect(next).not.toBe(first);
  await button(page, 'I have copied it').click();
  await button(page, 'End it now').click();
  await button(page, 'End it now').waitFor({ state: 'detached' });
  await choose('Pause deliveries');
  await page.getByText(/^Paused/).waitFor();
  await button(page, 'Resume deliveries').click();
  await page.getByText('Healthy').waitFor();
  await choose('Delete the endpoint');
  await button(page, 'Delete').click();
  await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
  await page.getByRole('link', { name: receiver.url }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await close();
});

/** A workspace of its own with leads and an endpoint that is told of them. */
async function leadsFor(receiver: Receiver, count: number) {
  const own = await app.workspace();
  const { createWebhookEndpoint: made } = await own.graph.ask<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } } }',
    { url: receiver.url },
  );
  for (let n = 0; n < count; n += 1)
    await own.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await expect.poll(() => receiver.received.length).toBe(count);
  return openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: `/webhooks/${made.endpoint.id}`,
  });
}

async function replayAll(page: Page): Promise<void> {
  await button(page, 'Replay events').click();
  await page.getByRole('radio', { name: 'Every one that is kept' }).check();
  await button(page, 'Replay').click();
}

it('says how far a long replay is while it is fired, in its dialog and where that is closed, until all is taken', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await leadsFor(receiver, 5);
  const { promise: wanted, resolve: goOn } = Promise.withResolvers<void>();
  let calls = 0;
  // Two events a call; the second call waits.
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postData() ?? '';
    if (!asked.includes('mutation Replay')) return route.continue();
    calls += 1;
    if (calls === 2) await wanted;
    return route.continue({ postData: asked.replace(/"first":\d+/, '"first":2') });
  });
  const held: (() => void)[] = [];
  receiver.behaviour.answer = (response) => void held.push(() => response.writeHead(200).end());
  await replayAll(page);
  const dialog = page.getByRole('dialog', { name: 'Replay events' });
  await dialog.getByText('0 delivered, 2 waiting, 0 failed of 2 so far').waitFor();
  receiver.behaviour.answer = answerWith(200);
  for (const answer of held) answer();
  await dialog.getByText('2 delivered, 0 waiting, 0 failed of 2 so far').waitFor();
  await expectAccessible(page);
  await button(page, 'Close').last().click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('2 delivered, 0 waiting, 0 failed of 2 so far').waitFor();
  await button(page, 'Replay events').click();
  await dialog.getByText('of 2 so far').waitFor();
  goOn();
  await dialog.getByText('All green: 5 replayed deliveries were taken.').waitFor();
  await expectAccessible(page);
  await button(page, 'Done').click();
  await dialog.waitFor({ state: 'detached' });
  expect([calls, receiver.received.length]).toEqual([3, 10]);
  expect(complaints).toEqual([]);
  await close();
});

it('says of a replay what failed, and why the rest was not replayed', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await leadsFor(receiver, 1);
  receiver.behaviour.answer = answerWith(500);
  await replayAll(page);
  const dialog = page.getByRole('dialog', { name: 'Replay events' });
  await dialog.getByText('0 delivered, 0 waiting, 1 failed of 1').waitFor();
  await expectAccessible(page);
  await button(page, 'Done').click();
  await button(page, 'Retry what failed').waitFor();
  await page.route('**/graphql', (route) =>
    (route.request().postData() ?? '').includes('mutation Replay')
      ? route.fulfill({ json: { errors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] } })
      : route.continue(),
  );
  await replayAll(page);
  await dialog.getByRole('alert').filter({ hasText: 'Not replayed' }).getByText('Not now.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('counts a replayed delivery that was given up without a post as failed', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await leadsFor(receiver, 1);
  receiver.behaviour.answer = () => {};
  await replayAll(page);
  const dialog = page.getByRole('dialog', { name: 'Replay events' });
  await dialog.getByText('0 delivered, 1 waiting, 0 failed of 1').waitFor();
  await app.database.prisma.webhookDelivery.updateMany({
    where: { state: 'PENDING', endpointId: new URL(page.url()).pathname.split('/').at(-1)?.slice(4) ?? '' },
    data: { state: 'DEAD', nextAttemptAt: null, claimedUntil: null, deadReason: 'The endpoint is disabled.' },
  });
  await dialog.getByText('0 delivered, 0 waiting, 1 failed of 1').waitFor();
  receiver.behaviour.answer = answerWith(200);
  await button(page, 'Done').click();
  await button(page, 'Retry what failed').click();
  await page.getByText('1 sent again and taken.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('replays nothing where it cannot read what failed before, and waits for what became of it', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await leadsFor(receiver, 1);
  let [isUnread, refused] = [false, 0];
  await page.route('**/graphql', (route) => {
    const asked = route.request().postData() ?? '';
    if (asked.includes('mutation Replay')) isUnread = true;
    if (!isUnread || !asked.includes('query Progress')) return route.continue();
    refused += 1;
    return route.fulfill({ json: { errors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] } });
  });
  const read = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('query Progress'));
  await page.reload();
  await read;
  isUnread = true;
  await replayAll(page);
  const dialog = page.getByRole('dialog', { name: 'Replay events' });
  await dialog.getByRole('alert').filter({ hasText: 'Not replayed' }).getByText('Not now.').waitFor();
  expect(receiver.received.length).toBe(1);
  await button(page, 'Done').click();
  isUnread = false;
  receiver.behaviour.answer = answerWith(500);
  const refusedBefore = refused;
  await replayAll(page);
  await expect.poll(() => receiver.received.length).toBe(2);
  await expect.poll(() => refused).toBeGreaterThan(refusedBefore + 1);
  await dialog.getByText('Finding what there is to replay').waitFor();
  isUnread = false;
  await dialog.getByText('0 delivered, 0 waiting, 1 failed of 1').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

const asks = (request: Request, query: string) => (request.postData() ?? '').includes(`query ${query}(`);

/** The server does not answer how the deliveries stand. */
const refuseProgress = (page: Page) =>
  page.route('**/graphql', (route) =>
    asks(route.request(), 'Progress') ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );

it('replays to an endpoint of which the page could not read at first how its deliveries stand', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await leadsFor(receiver, 1);
  await refuseProgress(page);
  // What is read of the same endpoint behind the failure touches what failed.
  const read = page.waitForResponse((answer) => asks(answer.request(), 'Recent'));
  await page.reload();
  await read;
  await page.unroute('**/graphql');
  await replayAll(page);
  const dialog = page.getByRole('dialog', { name: 'Replay events' });
  await dialog.getByText('All green: 1 replayed delivery was taken.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('reads again by itself what could not be read', async () => {
  await using receiver = await openReceiver(answerWith(500));
  const { page, close } = await leadsFor(receiver, 1);
  await page.clock.install();
  await refuseProgress(page);
  const refused = page.waitForResponse((answer) => answer.status() === 503);
  await page.reload();
  await refused;
  await page.getByText('Failing since').waitFor();
  expect(await button(page, 'Retry what failed').count()).toBe(0);
  await page.unroute('**/graphql');
  await expect
    .poll(async () => {
      await page.clock.fastForward(16_000);
      return button(page, 'Retry what failed').count();
    })
    .toBe(1);
  await close();
});

it('says where it cannot read what failed, or what became of what it sent again', async () => {
  await using receiver = await openReceiver();
  const { page, complaints, close } = await leadsFor(receiver, 1);
  receiver.behaviour.answer = answerWith(500);
  await replayAll(page);
  await page.getByRole('dialog').getByText('0 delivered, 0 waiting, 1 failed of 1').waitFor();
  await button(page, 'Done').click();
  let asked = '"failing":true';
  await page.route('**/graphql', (route) =>
    (route.request().postData() ?? '').includes(asked)
      ? route.fulfill({ json: { errors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] } })
      : route.continue(),
  );
  const told = page.getByRole('alert').filter({ hasText: 'Not all were sent again' }).getByText('Not now.');
  await button(page, 'Retry what failed').click();
  await told.waitFor();
  await expectAccessible(page);
  asked = 'query Outcome(';
  receiver.behaviour.answer = answerWith(200);
  await button(page, 'Retry what failed').click();
  await told.waitFor();
  expect(receiver.received.length).toBe(3);
  expect(await page.getByText('the receiver still refuses').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('offers nothing to change to whoever may only read, and is shown on a narrow page', async () => {
  const reader = await workspace.graphAs(['webhooks:read', 'leads:read', 'events:read']);
  const opened = await openSignedIn(browser, { url: app.url, key: reader.key, path: '/webhooks', width: 390 });
  await opened.page.getByRole('list', { name: 'Endpoints' }).waitFor();
  expect(await button(opened.page, 'Register an endpoint').count()).toBe(0);
  expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(opened.page);
  await opened.close();
});
