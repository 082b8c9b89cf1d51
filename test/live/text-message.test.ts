import { once } from 'node:events';
import { createServer } from 'node:http';
import { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { writeTextMessage } from '../../src/server/live/text-message.ts';

const server = createServer();
const acceptor = new WebSocketServer({ noServer: true });
let client: WebSocket;
let send: (prefix: string, shared: string) => Promise<void>;

beforeAll(async () => {
  server.on('upgrade', (request, stream, head) => {
    acceptor.handleUpgrade(request, stream, head, (socket) => {
      send = (prefix, shared) =>
        new Promise((resolve) => writeTextMessage(stream, Buffer.from(prefix), Buffer.from(shared), resolve));
      socket.send('open');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  await once(client, 'message');
});
afterAll(() => {
  client.terminate();
  server.close();
});

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 300_000])(
  'a message of %i bytes arrives whole, and so does the next one',
  async (length) => {
    const prefix = 'ab'.slice(0, Math.min(2, length));
    const shared = 'x'.repeat(length - prefix.length);
    const received: string[] = [];
    const both = new Promise<void>((resolve) => {
      client.on('message', (data: Buffer) => {
        received.push(data.toString());
        if (received.length === 2) resolve();
      });
    });
    await send(prefix, shared);
    await send('“next', '”');
    await both;
    client.removeAllListeners('message');
    expect(received).toEqual([prefix + shared, '“next”']);
  },
);

test('messages of one turn, and of the promises it settles, go in one system call', async () => {
  const calls: string[] = [];
  const stream = new Duplex({
    writev(chunks, done) {
      calls.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  const write = (text: string) => writeTextMessage(stream, Buffer.from(text), Buffer.from('.'));
  write('one');
  await Promise.resolve();
  write('two');
  await new Promise(process.nextTick);
  write('three');
  await new Promise(process.nextTick);
  expect(calls.map((call) => call.replace(/[^a-z.]/g, ''))).toEqual(['one.two.', 'three.']);
});
