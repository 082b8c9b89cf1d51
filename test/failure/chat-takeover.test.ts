import { afterAll, beforeAll, expect, it } from 'vitest';
import { originCursor } from '../../src/events/cursor.ts';
import { overWebSocket } from '../live/product-client.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createVisitor, type Frame } from '../support/visitor.ts';
import { openCuttingProxy } from './cutting-proxy.ts';
import { followUntil, sendUntil } from './insistence.ts';
import { openPlace, type Place } from './place.ts';
import { type Product, startProduct } from './product.ts';

let place: Place;
/** Ends what follows, however the test ends. */
const leaving = new AbortController();

beforeAll(async () => {
  place = await openPlace('chat');
});
afterAll(async () => {
  leaving.abort();
  await place.close();
});

const untilAnswered = sendUntil(leaving.signal);
const followThrough = followUntil(leaving.signal);

type Told = { id: string; type: string; message: { id: string; content: string } | null };

const subscription = `subscription ($id: ID!, $after: ID) {
  conversationEvents(conversationId: $id, after: $after) { id type message { id content } }
}`;

it('a visitor and an agent have each message once, in order, though a stream is cut off and the server killed with -9', async () => {
  let product: Product = await startProduct(place.env);
  const { operatorKey = '', widgetKey = '' } = product;
  await using proxy = await openCuttingProxy(place.port);
  const visitor = createVisitor(proxy.url, widgetKey);
  const made = await createGraphClient(product.url, operatorKey).ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "Sam", dialect: QUINCER }) { secret } }',
  );
  const agentKey = made.createApiKey.secret;

  const { conversation_id: id } = await untilAnswered((headers) => visitor.say('Hello', undefined, { headers }));
  const before = (await visitor.messages(id)).body;

  const heard: Frame[] = [];
  const visitorListens = followThrough(heard, async function* (last) {
    const stream = await visitor.follow(id, `?after=${last ?? before.cursor}`, { signal: leaving.signal });
    yield* stream.arriving();
  });
  const told: Told[] = [];
  const agentListens = followThrough(told, async function* (last) {
    const variables = { id: `cv_${id}`, after: last ?? originCursor };
    const answers = overWebSocket<Told>(product, operatorKey, { query: subscription, variables }, leaving.signal);
    for await (const { data } of answers) {
      const event = data?.['conversationEvents'];
      if (event) yield event;
    }
  });

  const act = (action: string, body?: object) =>
    untilAnswered(async (headers) => {
      const response = await fetch(`http://127.0.0.1:${place.port}/api/v1/conversations/${id}/${action}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${agentKey}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body ?? {}),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    });
  const reply = (message: string) => act('reply', { message });
  const say = (message: string) => untilAnswered((headers) => visitor.say(message, id, { headers }));
  const contents = () => heard.flatMap(({ data }) => data['content'] ?? []);

  await act('takeover');
  await reply('one');
  await expect.poll(contents).toEqual(['one']);
  proxy.cutAt('"content":"two"');
  await reply('two');
  await reply('three');
  await expect.poll(contents).toEqual(['one', 'two', 'three']);
  expect(proxy.cuts).toBe(1);

  const underWay = [reply('four'), say('Are you still there?')];
  await product.stop('SIGKILL');
  product = await startProduct(place.env);
  await Promise.all(underWay);
  await reply('five');
  await act('handback');
  const { reply: answer } = await say('Goodbye');

  const { data, status } = (await visitor.messages(id)).body;
  expect(status).toBe('active');
  expect(data.map(({ role, content }) => (role === 'ai' ? role : content)).toSorted()).toEqual(
    ['Hello', 'ai', 'one', 'two', 'three', 'four', 'Are you still there?', 'five', 'Goodbye', 'ai'].toSorted(),
  );
  expect(data.at(-1)).toEqual(answer);

  const later = data.slice(before.data.length);
  const messages = () => heard.filter(({ event }) => event === 'message').map((frame) => frame.data);
  await expect.poll(messages).toEqual(later);
  expect(heard.filter(({ event }) => event === 'status').map((frame) => frame.data['status'])).toEqual([
    'human_active',
    'active',
  ]);
  expect(heard.filter(({ event }) => event === 'error')).toEqual([]);
  const idsOfAgent = () => told.flatMap(({ message }) => message?.id ?? []);
  await expect.poll(idsOfAgent).toEqual(data.map((message) => `msg_${message.id}`));
  expect(new Set(told.map((event) => event.id)).size).toBe(told.length);

  leaving.abort();
  await Promise.all([visitorListens, agentListens]);
  expect(await product.stop('SIGTERM')).toMatchObject({ code: 0 });
});
