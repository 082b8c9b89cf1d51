import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { page, type SeededVisitor } from './seed-visitors.ts';

export type OpenStreams = {
  /** Closes all, and answers once this side is done with them. */
  close(): Promise<void>;
};

/** Told of each reply by the number that stands in it. */
type Heard = (reply: number) => void;

const atOnce = 100;
const perAddress = 100;

/** As a proxy tells them, a hundred to an address: more of one are refused. */
const addressOf = (index: number): string => {
  const address = Math.floor(index / perAddress);
  return `10.0.${Math.floor(address / 250)}.${1 + (address % 250)}`;
};

/** Follows each visitor’s conversation. By hand: five thousand of a library’s clients would take longer than what they measure. */
export async function openStreams(url: string, visitors: readonly SeededVisitor[], heard: Heard): Promise<OpenStreams> {
  const sockets: Socket[] = [];
  for (let first = 0; first < visitors.length; first += atOnce) {
    const some = visitors.slice(first, first + atOnce);
    sockets.push(...(await Promise.all(some.map((visitor, index) => open(url, visitor, first + index, heard)))));
  }
  return {
    async close() {
      await Promise.all(
        sockets.map(async (socket) => {
          const closed = once(socket, 'close');
          socket.destroy();
          await closed;
        }),
      );
    },
  };
}

async function open(
  url: string,
  { id, token, widgetKey }: SeededVisitor,
  index: number,
  heard: Heard,
): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const opened = Promise.withResolvers<void>();
  let begun = '';
  socket.on('error', opened.reject);
  socket.on('data', (bytes) => {
    const text = bytes.toString('latin1');
    for (const [, reply] of text.matchAll(/"content":"reply (\d+)"/g)) heard(Number(reply));
    if (begun.includes(': open')) return;
    begun += text;
    if (begun.includes(': open')) opened.resolve();
    else if (!/^HTTP\/1\.1 (?:$|200)/.test(begun.slice(0, 12))) opened.reject(new Error(begun));
  });
  socket.write(
    `GET /api/chat/${id}/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${widgetKey}\r\nVisitor-Token: ${token}\r\n` +
      `Origin: ${page}\r\nX-Forwarded-For: ${addressOf(index)}\r\n\r\n`,
  );
  await opened.promise;
  return socket;
}
