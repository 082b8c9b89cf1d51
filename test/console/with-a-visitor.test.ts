import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openCuttingProxy } from '../failure/cutting-proxy.ts';
import { openPlace, type Place } from '../failure/place.ts';
import { startProduct } from '../failure/product.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { visit } from '../widget/chat-page.ts';
import { type HostPage, hostileStyle, startHostPage } from '../widget/host-page.ts';
import { anAnswer, greeting } from '../widget/stage.ts';
import { openSignedIn } from './browser-page.ts';

let place: Place;
let chromium: TestBrowser;
let host: HostPage | undefined;

beforeAll(async () => void (chromium = await openBrowser()));
afterAll(() => chromium.close());
// A test that is tried again begins with nothing.
beforeEach(async () => {
  place = await openPlace('both');
});
afterEach(async () => {
  await host?.close();
  await place.close();
});

/** Who sends again waits longer each time, and a server that was killed takes its while to be back. */
const insistently = { timeout: 90_000 };

/** The agent's side, by what it says. */
function deskOn(page: Page) {
  const log = page.getByRole('log', { name: 'Messages' });
  const reply = page.getByRole('textbox', { name: 'Reply' });
  const said = () =>
    log.getByRole('listitem').evaluateAll((rows) =>
      rows.map((row) => {
        const text = row.lastElementChild?.textContent ?? '';
        return row.dataset['role'] === 'VISITOR' ? `> ${text}` : text;
      }),
    );
  return {
    log,
    said,
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    /** Waits until that is what stands in the thread. */
    async shows(expected: readonly unknown[]): Promise<void> {
      await expect.poll(said, insistently).toEqual(expected);
    },
    async say(text: string): Promise<void> {
      await reply.fill(text);
      await reply.press('Enter');
    },
    unsent: log.getByText(/^(Not sent|Sending|Waiting)$/),
    state: (text: string) =>
      page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${text}$`) })
        .waitFor(),
  };
}

type Kept = { conversation: { messages: { nodes: { role: string; content: string }[] } } };
const transcript = 'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { role content } } } }';

it('a visitor and an agent, each in a browser, have each message once and in one order, though the network of each is cut in the middle of one and the server killed with -9', async () => {
  const before = await startProduct(place.env);
  const { operatorKey = '', widgetKey = '' } = before;
  const graph = createGraphClient(before.url, operatorKey);
  await using visitorsLine = await openCuttingProxy(place.port);
  await using agentsLine = await openCuttingProxy(place.port);
  const shop = { script: `${visitorsLine.url}/widget.js`, key: widgetKey, style: hostileStyle };
  host = await startHostPage({ '/': shop });
  const visitor = await visit(await chromium.person(), host.url);
  const { chat } = visitor;

  await chat.open();
  await chat.say('one');
  await chat.shows(['> one', greeting]);
  const { conversations } = await graph.ask<{ conversations: { nodes: { id: string }[] } }>(
    '{ conversations { nodes { id } } }',
  );
  const id = conversations.nodes[0]?.id ?? '';
  const agent = await openSignedIn(chromium.browser, { url: agentsLine.url, key: operatorKey, path: `/inbox/${id}` });
  const desk = deskOn(agent.page);
  await desk.shows(['> one', greeting]);

  await desk.press('Take over');
  await chat.says(chat.who, 'Operator is here');
  await desk.say('two');
  await chat.shows(['> one', greeting, 'two']);

  // The server has each, and neither hears that it has.
  agentsLine.cutAt('"replyToConversation"');
  await desk.say('three');
  await expect.poll(() => agentsLine.cuts).toBe(1);
  await desk.say('four');
  visitorsLine.cutAt('"visitor_token"');
  await chat.say('five');
  await expect.poll(() => visitorsLine.cuts).toBe(1);
  await expect.poll(() => Promise.all([chat.waiting.count(), desk.unsent.count()]), insistently).toEqual([0, 0]);
  // What is told is cut off, too, in the middle of a frame.
  visitorsLine.cutAt('"content":"six"');
  agentsLine.cutAt('CONVERSATION_MESSAGE_SENT');
  await desk.say('six');
  await expect.poll(() => [visitorsLine.cuts, agentsLine.cuts]).toEqual([2, 2]);
  await chat.say('seven');
  await expect.poll(async () => (await chat.said()).length, insistently).toBe(8);
  await desk.shows(await chat.said());

  await Promise.all([desk.say('eight'), chat.say('nine'), before.stop('SIGKILL')]);
  await desk.state('Reconnecting');
  await desk.say('ten');
  await desk.say('eleven');
  await chat.say('twelve');
  const after = await startProduct(place.env);
  await desk.state('Live');
  await expect.poll(() => Promise.all([chat.waiting.count(), desk.unsent.count()]), insistently).toEqual([0, 0]);
  await expect.poll(async () => (await chat.said()).length, insistently).toBe(13);
  await desk.shows(await chat.said());

  // Whichever of them came first, this one waits for an answer.
  await chat.say('thirteen');
  await desk.shows([...(await chat.said()).slice(0, 13), '> thirteen']);
  await desk.press('Hand back');
  await chat.says(chat.who, /AI assistant (?:answers|is here)/);
  await expect.poll(async () => (await chat.said()).length, insistently).toBe(15);
  await chat.say('fourteen');
  await expect.poll(async () => (await chat.said()).length, insistently).toBe(17);
  const said = await chat.said();
  await desk.shows(said);
  const kept = await createGraphClient(after.url, operatorKey).ask<Kept>(transcript, { id });
  expect(said).toEqual(
    kept.conversation.messages.nodes.map(({ role, content }) => (role === 'VISITOR' ? `> ${content}` : content)),
  );
  const isOf = (whose: string) => (text: string) => text.startsWith('> ') === (whose === 'visitor');
  expect(said.filter(isOf('visitor'))).toEqual(
    ['one', 'five', 'seven', 'nine', 'twelve', 'thirteen', 'fourteen'].map((text) => `> ${text}`),
  );
  expect(said.filter(isOf('agent'))).toEqual([
    greeting,
    'two',
    'three',
    'four',
    'six',
    'eight',
    'ten',
    'eleven',
    anAnswer,
    anAnswer,
  ]);

  await Promise.all([visitor.page.reload(), agent.page.reload()]);
  await Promise.all([chat.shows(said), desk.shows(said)]);
  expect(agent.complaints).toEqual([]);
  await agent.close();
  expect(await after.stop('SIGTERM')).toMatchObject({ code: 0 });
}, 400_000);
