import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CountingProxy = { readonly url: string; readonly executed: number; close(): Promise<void> };

/** Stands between a product and its PostgreSQL server, and counts the statements that are executed. */
export async function openCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let executed = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const count = createMessageReader((type) => void (type === 'E' || type === 'Q' ? (executed += 1) : 0));
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        if (from === client) count(bytes);
        to.write(bytes);
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    get executed() {
      return executed;
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Tells of each message that a client of PostgreSQL sends: the first has a length alone, each further one a letter before it. */
function createMessageReader(told: (type: string) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  let typed = 0;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const length = rest.length < typed + 4 ? Infinity : typed + rest.readInt32BE(typed);
      if (rest.length < length) return;
      if (typed === 1) told(String.fromCharCode(rest[0] ?? 0));
      typed = 1;
      rest = rest.subarray(length);
    }
  };
}
