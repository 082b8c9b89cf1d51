import { createClient } from 'graphql-ws';
import { afterAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { originCursor } from '../../src/events/cursor.ts';
import { openTestDatabase } from '../support/database.ts';
import { connect, startLiveServer } from './live-server.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

const ack = { type: 'connection_ack' };

describe('coming in', () => {
  test('takes the key from the first message, whatever the case of its name', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    peer.send({ type: 'connection_init', payload: { Authorization: 'bearer stored' } });
    expect(await peer.next()).toEqual(ack);
  });

  test.each([
    ['an unknown key', { authorization: 'Bearer nobody' }],
    ['something that is no bearer token', { authorization: 'secret' }],
    ['no key', {}],
    ['a key that is no string', { authorization: ['Bearer secret'] }],
  ])('refuses %s with 4403', async (_, payload) => {
    await using server = await startLiveServer(database);
    const peer = await connect(server.url);
    peer.send({ type: 'connection_init', payload });
    expect(await peer.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  test('refuses a public widget key with 4403', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('widget', { dialect: 'WIDGET' });
    const peer = await connect(server.url);
    peer.send({ type: 'connection_init', payload: { authorization: 'Bearer widget' } });
    expect(await peer.closed).toMatchObject({ code: 4403 });
  });

  test('refuses an operation before the key with 4401', async () => {
    await using server = await startLiveServer(database);
    const peer = await connect(server.url);
    peer.subscribe('1', '{ hello }');
    expect(await peer.closed).toMatchObject({ code: 4401 });
  });

  test('closes a socket that says nothing with 4408', async () => {
    await using server = await startLiveServer(database, { limits: { initTimeoutMs: 20 } });
    expect(await (await connect(server.url)).closed).toMatchObject({ code: 4408 });
  });

  test('asks to try again later when keys cannot be read', async () => {
    await using server = await startLiveServer(database, {
      authenticate: () => Promise.reject(new Error('The database is away.')),
    });
    const peer = await connect(server.url);
    peer.send({ type: 'connection_init', payload: { authorization: 'Bearer secret' } });
    expect(await peer.closed).toEqual({ code: 1013, reason: 'Try again later' });
  });

  test('bounds the sockets of one key, and counts one that left no more', async () => {
    await using server = await startLiveServer(database, { limits: { maxSocketsPerKey: 1 } });
    await server.addKey('stored');
    const first = await connect(server.url);
    expect(await first.init('stored')).toEqual(ack);
    const second = await connect(server.url);
    second.send({ type: 'connection_init', payload: { authorization: 'Bearer stored' } });
    expect(await second.closed).toMatchObject({ code: 1013 });
    first.socket.close();
    await first.closed;
    await expect.poll(() => server.keyWatch.keys).toBe(0);
    expect(await (await connect(server.url)).init('stored')).toEqual(ack);
  });

  test('bounds the sockets of one organisation, whatever its keys', async () => {
    await using server = await startLiveServer(database, { limits: { maxSocketsPerOrganisation: 2 } });
    for (const name of ['one', 'two', 'three']) await server.addKey(name);
    for (const name of ['one', 'two']) expect(await (await connect(server.url)).init(name)).toEqual(ack);
    const third = await connect(server.url);
    third.send({ type: 'connection_init', payload: { authorization: 'Bearer three' } });
    expect(await third.closed).toEqual({ code: 1013, reason: 'Too many sockets of this workspace' });
  });

  test('refuses other subprotocols with 4406 and other paths with 404', async () => {
    await using server = await startLiveServer(database);
    expect(await (await connect(server.url, [])).closed).toMatchObject({ code: 4406 });
    await expect(connect(server.url.replace('/graphql', '/other'))).rejects.toThrow('404');
  });
});

describe('operations', () => {
  test('answers queries and mutations with a context of the caller, and spends a unit of the right kind for each', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    peer.subscribe('1', '{ hello }');
    expect(await peer.next()).toEqual({ id: '1', type: 'next', payload: { data: { hello: 'Hello key_stored' } } });
    expect(await peer.next()).toEqual({ id: '1', type: 'complete' });
    peer.subscribe('2', 'mutation { greet }');
    expect(await peer.next()).toMatchObject({ id: '2', payload: { data: { greet: 'Hello key_stored' } } });
    expect(server.spent).toEqual(['read', 'write']);
  });

  test.each([
    ['a syntax error', '{', {}, 'Syntax Error: Expected Name, found <EOF>.'],
    ['an unknown field', '{ nothing }', {}, 'Cannot query field "nothing" on type "Query".'],
    ['an operation that is not there', 'fragment A on Query { hello }', {}, expect.stringMatching(/operation to run/)],
  ])('answers %s with an error frame and stays open', async (_, query, variables, message) => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    peer.subscribe('1', query, variables);
    expect(await peer.next()).toMatchObject({ id: '1', type: 'error', payload: [{ message }] });
    peer.send({ type: 'ping' });
    expect(await peer.next()).toEqual({ type: 'pong' });
  });

  test('bounds the operations of one socket', async () => {
    await using server = await startLiveServer(database, { limits: { maxOperationsPerSocket: 2 } });
    await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    for (const id of ['1', '2', '3']) peer.subscribe(id, 'subscription { events { id } }');
    expect(await peer.next()).toMatchObject({ id: '3', type: 'error', payload: [{ extensions: { code: 'LIMITED' } }] });
  });

  test('closes a socket that sends too much with 1009', async () => {
    await using server = await startLiveServer(database, { limits: { maxMessageBytes: 1000 } });
    const peer = await connect(server.url);
    peer.send({ type: 'connection_init', payload: { authorization: 'x'.repeat(2000) } });
    expect(await peer.closed).toMatchObject({ code: 1009 });
  });

  test('closes a socket that speaks another language with 4400', async () => {
    await using server = await startLiveServer(database);
    const peer = await connect(server.url);
    peer.socket.send('hello');
    expect(await peer.closed).toMatchObject({ code: 4400 });
  });
});

describe('subscriptions', () => {
  const subscription = 'subscription ($after: ID) { events(after: $after) { id } }';

  test('replay what was missed, go on live and stop when told to', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const [first = '', second = ''] = await server.log.append({}, {});
    const peer = await connect(server.url);
    await peer.init('stored');
    peer.subscribe('a', subscription, { after: first });
    expect(await peer.next()).toEqual({ id: 'a', type: 'next', payload: { data: { events: { id: second } } } });
    const [third = ''] = await server.log.append({});
    expect(await peer.next()).toEqual({ id: 'a', type: 'next', payload: { data: { events: { id: third } } } });
    peer.send({ id: 'a', type: 'complete' });
    await expect.poll(() => server.log.tails.watched).toBe(0);
  });

  test('render one event once for all who asked the same, wherever they began', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const [first = ''] = await server.log.append({});
    const peer = await connect(server.url);
    await peer.init('stored');
    for (let id = 0; id < 20; id += 1) peer.subscribe(String(id), subscription, id % 2 === 0 ? { after: first } : {});
    peer.subscribe('other', 'subscription { events { id type } }');
    await expect.poll(() => server.log.tails.waiting).toBe(21);
    await server.log.append({});
    const frames = await Promise.all(Array.from({ length: 21 }, () => peer.next()));
    expect(frames).toHaveLength(21);
    expect(server.rendered).toHaveLength(2);
  });

  test('are not shared between different rights', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('one', { scopes: new Set(['events:read']) });
    await server.addKey('two', { scopes: new Set(['events:read', 'leads:read']) });
    for (const token of ['one', 'two']) {
      const peer = await connect(server.url);
      await peer.init(token);
      peer.subscribe('1', subscription);
    }
    await expect.poll(() => server.log.tails.waiting).toBe(2);
    await server.log.append({});
    await expect.poll(() => server.rendered.length).toBe(2);
  });

  test('answer an expired cursor with its code, and complete', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    peer.subscribe('1', subscription, { after: 'evt_00000000000000ff' });
    const payload = { errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] };
    expect(await peer.next()).toMatchObject({ id: '1', type: 'next', payload });
    expect(await peer.next()).toEqual({ id: '1', type: 'complete' });
    expect(server.log.tails.watched).toBe(0);
  });

  test('mask what goes wrong in a resolver, and do not keep it', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    peer.subscribe('1', 'subscription { events { id secret } }');
    await expect.poll(() => server.log.tails.waiting).toBe(1);
    const [id] = await server.log.append({});
    expect(await peer.next()).toEqual({
      id: '1',
      type: 'next',
      payload: {
        data: { events: { id, secret: null } },
        errors: [{ message: 'Something went wrong.', extensions: { code: 'INTERNAL', requestId: expect.any(String) } }],
      },
    });
    expect(server.cache.entries).toBe(0);
  });

  test('end with the socket, however it goes', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    for (const id of ['1', '2', '3']) peer.subscribe(id, subscription);
    await expect.poll(() => server.log.tails.waiting).toBe(3);
    peer.socket.terminate();
    await expect.poll(() => [server.log.tails.watched, server.keyWatch.keys, server.sockets.open]).toEqual([0, 0, 0]);
  });

  test('take nothing more from the log for a receiver that does not read', async () => {
    await using server = await startLiveServer(database, { limits: { maxBufferedBytes: 1000 } });
    await server.addKey('stored');
    await server.log.append(...Array.from({ length: 5000 }, () => ({})));
    const peer = await connect(server.url);
    await peer.init('stored');
    peer.socket.pause();
    const padded = `subscription ($after: ID) { events(after: $after) { ${'a'.repeat(5000)}: id } }`;
    peer.subscribe('1', padded, { after: originCursor });
    await expect.poll(() => server.rendered.length).toBeGreaterThan(100);
    let before = -1;
    await expect
      .poll(() => before === (before = server.rendered.length), { interval: 200, timeout: 15_000 })
      .toBe(true);
    expect(server.rendered.length).toBeLessThan(5000);
    peer.socket.resume();
    await expect.poll(() => server.rendered.length).toBe(5000);
  });

  test('are resumed by a real client, cut off again and again, with every event once and in order', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const seen: string[] = [];
    const written: string[] = [];

    async function write(): Promise<void> {
      while (written.length < 200) written.push(...(await server.log.append({}, {}, {}, {})));
    }

    async function read(): Promise<void> {
      while (seen.length < 200) {
        const connectionParams = { authorization: 'Bearer stored' };
        const client = createClient({ url: server.url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
        const after = seen.at(-1) ?? originCursor;
        let left = 1 + Math.floor(Math.random() * 25);
        for await (const { data } of client.iterate<{ events: { id: string } }>({
          query: subscription,
          variables: { after },
        })) {
          if (data) seen.push(data.events.id);
          left -= 1;
          if (left === 0 || seen.length >= 200) break;
        }
        client.terminate();
        await client.dispose();
      }
    }

    await Promise.all([write(), read()]);
    expect(seen).toEqual(written);
  });
});
