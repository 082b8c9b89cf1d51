import { setTimeout as pauseFor } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openCuttingProxy } from '../failure/cutting-proxy.ts';
import { openPlace, type Place } from '../failure/place.ts';
import { type Product, startProduct } from '../failure/product.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { visit } from './chat-page.ts';
import { type HostPage, startHostPage } from './host-page.ts';
import { anAnswer, greeting } from './stage.ts';

let place: Place;
let chromium: TestBrowser;
let host: HostPage | undefined;
let leaving: AbortController;

beforeAll(async () => void (chromium = await openBrowser()));
afterAll(() => chromium.close());
// A test that is tried again begins with nothing.
beforeEach(async () => {
  leaving = new AbortController();
  place = await openPlace('widget');
});
afterEach(async () => {
  leaving.abort();
  await host?.close();
  await place.close();
});

type Answered = {
  data?: Record<string, unknown> | null;
  errors?: { extensions: { code: string; resourceId?: string } }[];
};

/** For one request of the agent's; a server that was killed is back well before. */
const patienceMs = 30_000;

/** What the agent asks, until it is answered: under one Idempotency-Key, whatever became of the requests before. */
async function ask(key: string, query: string, variables: object): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const idempotency = query.startsWith('mutation') ? { 'idempotency-key': crypto.randomUUID() } : {};
  const started = performance.now();
  let last: unknown = null;
  while (!leaving.signal.aborted && performance.now() - started < patienceMs) {
    const body = JSON.stringify({ query, variables });
    const init = { method: 'POST', headers: { ...headers, ...idempotency }, body };
    const answer = await fetch(`http://127.0.0.1:${place.port}/graphql`, init)
      .then(async (response) => (await response.json()) as Answered)
      .catch((error: unknown): Answered & { error: unknown } => ({ data: null, error }));
    if (answer.data) return answer.data;
    // Done before the server was killed, which could not keep its answer.
    if ('errors' in answer && answer.errors?.[0]?.extensions.resourceId !== undefined) return {};
    last = answer;
    await pauseFor(20);
  }
  throw new Error(`It was not answered: ${query}`, { cause: last });
}

it('visitor and agent have each message once, in order, though the network is cut in its middle and the server killed with -9', async () => {
  let product: Product = await startProduct(place.env);
  const { operatorKey = '', widgetKey = '' } = product;
  await using proxy = await openCuttingProxy(place.port);
  host = await startHostPage({ '/': { script: `${proxy.url}/widget.js`, key: widgetKey } });
  const { page, chat } = await visit(await chromium.person(), host.url);
  const act = (mutation: string, id: string, message?: string) => {
    const [declared, given] = message === undefined ? ['', ''] : [', $message: String!', ', message: $message'];
    const query = `mutation ($id: ID!${declared}) { ${mutation}(id: $id${given}) { __typename } }`;
    return ask(operatorKey, query, { id, message });
  };

  await chat.open();
  await chat.say('one');
  await chat.shows(['> one', greeting]);
  type Found = { nodes: { id: string }[] };
  const { conversations } = await ask(operatorKey, '{ conversations { nodes { id } } }', {});
  const id = (conversations as Found).nodes[0]?.id ?? '';
  await act('takeOverConversation', id);
  await chat.says(chat.who, 'Operator is here');

  proxy.cutAt('"content":"two"');
  await act('replyToConversation', id, 'two');
  await act('replyToConversation', id, 'three');
  await chat.shows(['> one', greeting, 'two', 'three']);
  expect(proxy.cuts).toBe(1);

  proxy.cutAt('"visitor_token"');
  await chat.say('four');
  await expect.poll(() => proxy.cuts).toBe(2);
  await chat.shows(['> one', greeting, 'two', 'three', '> four']);
  await expect.poll(() => chat.waiting.count()).toBe(0);

  const underWay = act('replyToConversation', id, 'five');
  await chat.say('six');
  await product.stop('SIGKILL');
  await chat.say('seven');
  await chat.says(chat.trouble, 'No connection');
  product = await startProduct(place.env);
  await underWay;
  await expect.poll(() => chat.waiting.count()).toBe(0);
  await act('handBackConversation', id);
  await chat.says(chat.who, /AI assistant (?:answers|is here)/);
  await expect.poll(async () => (await chat.said()).length).toBe(9);
  await chat.say('eight');
  await expect.poll(async () => (await chat.said()).length).toBe(11);

  type Kept = { messages: { nodes: { role: string; content: string }[] } };
  const { conversation } = await ask(
    operatorKey,
    'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { role content } } } }',
    { id },
  );
  const kept = (conversation as Kept).messages.nodes.map(({ role, content }) =>
    role === 'VISITOR' ? `> ${content}` : content,
  );
  const said = await chat.said();
  expect(said).toEqual(kept);
  expect(said.filter((text) => text !== 'five')).toEqual([
    '> one',
    greeting,
    'two',
    'three',
    '> four',
    '> six',
    '> seven',
    anAnswer,
    '> eight',
    anAnswer,
  ]);
  await page.reload();
  await chat.shows(said);
  expect(await product.stop('SIGTERM')).toMatchObject({ code: 0 });
});
