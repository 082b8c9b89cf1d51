import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestDatabase } from '../support/database.ts';
import { connect, startLiveServer } from './live-server.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

type Peer = Awaited<ReturnType<typeof connect>>;

const hello = '{ hello }';

/** A peer that has come in. */
async function enter(server: Awaited<ReturnType<typeof startLiveServer>>): Promise<Peer> {
  await server.addKey('stored');
  const peer = await connect(server.url);
  await peer.init('stored');
  return peer;
}

describe('a socket whose caller is not known', () => {
  test('is closed with 1009 after some KB, in one message or in many', async () => {
    await using server = await startLiveServer(database);
    const one = await connect(server.url);
    one.send({ type: 'ping', payload: { filling: 'x'.repeat(5000) } });
    const many = await connect(server.url);
    for (let sent = 0; sent < 10; sent += 1) many.send({ type: 'ping', payload: { filling: 'x'.repeat(500) } });
    expect(await Promise.all([one.closed, many.closed])).toMatchObject([{ code: 1009 }, { code: 1009 }]);
  });

  test('comes in with a first message as long as clients send it', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('stored');
    const peer = await connect(server.url);
    peer.send({ type: 'connection_init', payload: { authorization: 'Bearer stored', more: 'x'.repeat(2000) } });
    expect(await peer.next()).toEqual({ type: 'connection_ack' });
    peer.subscribe('1', `${hello} # ${'x'.repeat(100_000)}`);
    expect(await peer.next()).toMatchObject({ id: '1', type: 'next' });
  });
});

describe('a socket with a key', () => {
  test('is closed with 4400 for an id of more than 128 bytes, and nothing is executed', async () => {
    await using server = await startLiveServer(database);
    const peer = await enter(server);
    peer.subscribe('x'.repeat(128), hello);
    expect(await peer.next()).toMatchObject({ id: 'x'.repeat(128), type: 'next' });
    peer.subscribe('é'.repeat(65), 'mutation { greet }');
    expect(await peer.closed).toMatchObject({ code: 4400 });
    expect(server.executed).toEqual([hello]);
  });

  test('is closed with 4400 for a ping of more than 1 KB', async () => {
    await using server = await startLiveServer(database);
    const peer = await enter(server);
    const payload = { filling: 'x'.repeat(1000) };
    peer.send({ type: 'ping', payload });
    expect(await peer.next()).toEqual({ type: 'pong', payload });
    peer.send({ type: 'ping', payload: { filling: 'x'.repeat(1025) } });
    expect(await peer.closed).toMatchObject({ code: 4400 });
  });

  test('is not read from while it does not read, and loses nothing', async () => {
    await using server = await startLiveServer(database, { limits: { maxOperationsPerSocket: 4000 } });
    const peer = await enter(server);
    peer.socket.pause();
    const query = `{ ${'a'.repeat(5000)}: hello }`;
    for (let id = 0; id < 4000; id += 1) peer.subscribe(String(id), query);
    await expect.poll(() => server.spent.length).toBeGreaterThan(10);
    let before = -1;
    const isStill = () => before === (before = server.spent.length);
    await expect.poll(isStill, { interval: 300, timeout: 15_000 }).toBe(true);
    expect(server.spent.length).toBeLessThan(4000);
    peer.socket.resume();
    await expect.poll(() => server.executed.length).toBe(4000);
  });

  test('is cut when the answers to what was read already pile up', async () => {
    const gate = Promise.withResolvers<void>();
    let asked = 0;
    await using server = await startLiveServer(database, {
      limits: { maxOperationsPerSocket: 1000, maxUnsentBytes: 100_000 },
      spend: async () => {
        asked += 1;
        await gate.promise;
      },
    });
    const peer = await enter(server);
    peer.socket.pause();
    const query = `{ ${'a'.repeat(50_000)}: hello }`;
    for (let id = 0; id < 300; id += 1) peer.subscribe(String(id), query);
    await expect.poll(() => asked).toBe(300);
    gate.resolve();
    await expect.poll(() => server.sockets.open).toBe(0);
  });

  test('spends a unit for what cannot be parsed, holds no operation, or is one operation too many', async () => {
    await using server = await startLiveServer(database, { limits: { maxOperationsPerSocket: 1 } });
    const peer = await enter(server);
    peer.subscribe('1', '{');
    expect(await peer.next()).toMatchObject({ id: '1', type: 'error' });
    peer.subscribe('2', 'fragment A on Query { hello }');
    expect(await peer.next()).toMatchObject({ id: '2', type: 'error' });
    peer.subscribe('3', 'subscription { events { id } }');
    peer.subscribe('4', 'mutation { greet }');
    expect(await peer.next()).toMatchObject({ id: '4', type: 'error' });
    expect(server.spent).toEqual(['read', 'read', 'read', 'write']);
    expect(server.executed).toEqual([]);
  });

  test('is cut when it answers no ping', async () => {
    await using server = await startLiveServer(database, { limits: { keepAliveMs: 30 } });
    const answering = await enter(server);
    const silent = new WebSocket(server.url, ['graphql-transport-ws'], { autoPong: false });
    const [code] = (await once(silent, 'close')) as [number];
    expect(code).toBe(1006);
    answering.send({ type: 'ping' });
    expect(await answering.next()).toEqual({ type: 'pong' });
  });
});
