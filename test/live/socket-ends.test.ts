import { afterAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import { createRunningClock } from '../support/running-clock.ts';
import { connect, startLiveServer } from './live-server.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

describe('the end of a key and of the server', () => {
  test('a revoked key closes its sockets with 4403: at once when told, by the poll when not', async () => {
    await using server = await startLiveServer(database);
    const told = await server.addKey('told');
    const untold = await server.addKey('untold');
    await server.addKey('untouched');
    const peers = await Promise.all(['told', 'untold', 'untouched'].map(() => connect(server.url)));
    const [first, second, third] = peers;
    if (!first || !second || !third) throw new Error('There are three peers.');
    await Promise.all([first.init('told'), second.init('untold'), third.init('untouched')]);
    server.keyWatch.keyRevoked(told.apiKeyId);
    expect(await first.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    await database.pool.query('update api_keys set revoked_at = now() where org_id = $1 and id = $2', [
      untold.orgId,
      untold.apiKeyId,
    ]);
    expect(await second.closed).toMatchObject({ code: 4403 });
    third.send({ type: 'ping' });
    expect(await third.next()).toEqual({ type: 'pong' });
  });

  test('a key that expires by a jump of the clock sees no further event', async () => {
    const clock = createRunningClock();
    await using server = await startLiveServer(database, {}, { clock, pollMs: 60_000 });
    await server.addKey('jumped', { expiresAt: new Date(Date.now() + 60_000) });
    const peer = await connect(server.url);
    await peer.init('jumped');
    peer.subscribe('1', 'subscription { events { id } }');
    await expect.poll(() => server.log.tails.waiting).toBe(1);
    clock.advance(120_000);
    await server.log.append({});
    expect(await peer.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    expect(server.rendered).toEqual([]);
  });

  test('a key closes its sockets when it expires', async () => {
    await using server = await startLiveServer(database);
    await server.addKey('brief', { expiresAt: new Date(Date.now() + 60) });
    const peer = await connect(server.url);
    await peer.init('brief');
    expect(await peer.closed).toMatchObject({ code: 4403 });
  });

  test('nothing is done for a socket that is being closed', async () => {
    await using server = await startLiveServer(database);
    const key = await server.addKey('stored');
    const peer = await connect(server.url);
    await peer.init('stored');
    server.keyWatch.keyRevoked(key.apiKeyId);
    peer.subscribe('1', 'mutation { greet }');
    await peer.closed;
    expect(server.spent).toEqual([]);
  });

  test('a server that stops closes its sockets with 1001 and takes no new ones', async () => {
    await using server = await startLiveServer(database);
    const peer = await connect(server.url);
    await server.sockets.close();
    expect(await peer.closed).toEqual({ code: 1001, reason: 'Going away' });
    await expect(connect(server.url)).rejects.toThrow('503');
  });
});
