import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createYoga } from 'graphql-yoga';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { originCursor } from '../../src/events/cursor.ts';
import { useLiveExecution } from '../../src/server/graphql/use-live-execution.ts';
import { openTestDatabase } from '../support/database.ts';
import type { Caps } from '../../src/server/live/open-places.ts';
import type { KeyWatchOptions } from '../../src/server/live/key-watch.ts';
import { createRunningClock } from '../support/running-clock.ts';
import { startLiveServer, type TestContext } from './live-server.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

/** The same graph over HTTP, for the keys `stored`, `second` and `third`, of which the first speaks unless another is named. */
async function startYoga(database: Database, { caps, ...watch }: { caps?: Caps } & Partial<KeyWatchOptions> = {}) {
  const live = await startLiveServer(database, {}, watch);
  const expiresAt = new Date(Date.now() + 60_000);
  const actor = await live.addKey('stored', { expiresAt });
  for (const name of ['second', 'third']) await live.addKey(name);
  const yoga = createYoga<object, TestContext>({
    schema: live.schema,
    context: ({ request }) => ({ actor: live.actors.get(request.headers.get('authorization') ?? '') ?? actor }),
    plugins: [
      useLiveExecution<TestContext>({
        live: live.live,
        keyWatch: live.keyWatch,
        streams: new Set(),
        ...(caps && { caps }),
        actorOf: (context) => context.actor,
      }),
    ],
    logging: false,
  });
  const server = createServer((request, response) => void yoga(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    live,
    actor,
    async subscribe(
      query: string,
      variables: object = {},
      { signal, key = 'stored' }: { signal?: AbortSignal; key?: string } = {},
    ): Promise<ReadableStreamDefaultReader<string>> {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { authorization: key, accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        ...(signal && { signal }),
      });
      if (!response.body) throw new Error('The answer has no body.');
      return response.body.pipeThrough(new TextDecoderStream()).getReader();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await live[Symbol.asyncDispose]();
    },
  };
}

/** Reads until the text is there, and answers all that came. */
async function readUntil(reader: ReadableStreamDefaultReader<string>, text: string): Promise<string> {
  let all = '';
  while (!all.includes(text)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The stream ended before ${text}: ${all}`);
    all += value;
  }
  return all;
}

const subscription = 'subscription ($after: ID) { events(after: $after) { id } }';

test('replays what was missed and goes on live', async () => {
  await using server = await startYoga(database);
  const [first = ''] = await server.live.log.append({});
  const reader = await server.subscribe(subscription, { after: originCursor });
  expect(await readUntil(reader, first)).toContain(`event: next\ndata: {"data":{"events":{"id":"${first}"}}}`);
  const [second = ''] = await server.live.log.append({});
  await readUntil(reader, second);
  await reader.cancel();
});

test('lets go of the log when the reader leaves', async () => {
  await using server = await startYoga(database);
  const controller = new AbortController();
  await server.subscribe(subscription, {}, { signal: controller.signal });
  await expect.poll(() => server.live.log.tails.waiting).toBe(1);
  controller.abort();
  await expect.poll(() => [server.live.log.tails.watched, server.live.keyWatch.keys]).toEqual([0, 0]);
});

test('tells of an expired cursor and completes', async () => {
  await using server = await startYoga(database);
  const reader = await server.subscribe(subscription, { after: 'evt_00000000000000ff' });
  expect(await readUntil(reader, 'event: complete')).toContain('CURSOR_EXPIRED');
});

test('tells of a revoked key and completes', async () => {
  await using server = await startYoga(database);
  const reader = await server.subscribe(subscription);
  await expect.poll(() => server.live.log.tails.waiting).toBe(1);
  server.live.keyWatch.keyRevoked(server.actor.apiKeyId);
  expect(await readUntil(reader, 'event: complete')).toContain('UNAUTHENTICATED');
  expect(server.live.log.tails.watched).toBe(0);
});

test('shows no further event to a key that expires by a jump of the clock', async () => {
  const clock = createRunningClock();
  await using server = await startYoga(database, { clock, pollMs: 60_000 });
  const reader = await server.subscribe(subscription);
  await expect.poll(() => server.live.log.tails.waiting).toBe(1);
  clock.advance(120_000);
  await server.live.log.append({});
  expect(await readUntil(reader, 'event: complete')).toContain('UNAUTHENTICATED');
  expect(server.live.rendered).toEqual([]);
});

test('bounds the streams of one key and of one organisation, says so, and counts one that ended no more', async () => {
  await using server = await startYoga(database, { caps: { perKey: 2, perOrganisation: 3 } });
  const open = async (key: string) => server.subscribe(subscription, {}, { key });
  const refusalOf = async (key: string) => readUntil(await open(key), 'event: complete');
  const first = new AbortController();
  await server.subscribe(subscription, {}, { key: 'stored', signal: first.signal });
  await open('stored');
  await expect.poll(() => server.live.log.tails.waiting).toBe(2);
  const refused = await refusalOf('stored');
  expect(refused).toContain('Too many streams of server-sent events of this key are open.');
  expect(refused).toContain('LIMITED');
  await open('second');
  await expect.poll(() => server.live.log.tails.waiting).toBe(3);
  expect(await refusalOf('third')).toContain('Too many streams of server-sent events of this workspace are open.');
  first.abort();
  await expect.poll(() => server.live.log.tails.waiting).toBe(2);
  await open('third');
  await expect.poll(() => server.live.log.tails.waiting).toBe(3);
});
