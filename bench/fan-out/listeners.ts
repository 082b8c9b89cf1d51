import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type Listeners = {
  /** Resolves once every one of them has received a message, counted from the last time. */
  heard(): Promise<void>;
  close(): Promise<void>;
};

const atOnce = 200;

/** Text as a client sends it in a frame: masked, here with nothing. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length])
      : Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, Buffer.alloc(4), body]);
}

const pong = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

/** Calls back for every whole frame of a server with its opcode. */
function readFrames(heard: (opcode: number) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    while (rest.length >= 4) {
      const short = rest.readUInt8(1) & 127;
      const end = short < 126 ? 2 + short : 4 + rest.readUInt16BE(2);
      if (rest.length < end) return;
      heard(rest.readUInt8(0) & 15);
      rest = rest.subarray(end);
    }
    if (rest.length >= 2 && rest.readUInt8(1) === 0) {
      heard(rest.readUInt8(0) & 15);
      rest = rest.subarray(2);
    }
  };
}

/** Opens websockets that only count messages. By hand: thousands of a library’s clients would take longer than what they measure. */
export async function openListeners(port: number, count: number, greeting: readonly string[]): Promise<Listeners> {
  const sockets: Socket[] = [];
  let received = 0;
  let settled: (() => void) | undefined;

  async function open(): Promise<void> {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let counts = false;
    const upgraded = Promise.withResolvers<void>();
    const acknowledged = Promise.withResolvers<void>();
    const read = readFrames((opcode) => {
      if (opcode === 9) socket.write(pong);
      if (opcode !== 1) return;
      received += 1;
      if (received >= count) settled?.();
    });
    socket.on('error', upgraded.reject);
    socket.on('data', (bytes) => {
      if (!counts) {
        const text = bytes.toString('latin1');
        if (text.includes('101 Switching')) upgraded.resolve();
        if (text.includes('connection_ack')) acknowledged.resolve();
        return;
      }
      read(bytes);
    });
    await once(socket, 'connect');
    socket.write(
      'GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${greeting.length > 0 ? 'Sec-WebSocket-Protocol: graphql-transport-ws\r\n' : ''}\r\n`,
    );
    await upgraded.promise;
    const [first, ...rest] = greeting;
    if (first !== undefined) {
      socket.write(frame(first));
      await acknowledged.promise;
      for (const text of rest) socket.write(frame(text));
    }
    counts = true;
  }

  for (let first = 0; first < count; first += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - first) }, open));
  }
  return {
    async heard() {
      await new Promise<void>((resolve) => {
        settled = resolve;
        if (received >= count) resolve();
      });
      settled = undefined;
      received -= count;
    },
    async close() {
      const closing = sockets.map(async (socket) => {
        const closed = once(socket, 'close');
        socket.destroy();
        await closed;
      });
      await Promise.all(closing);
    },
  };
}
