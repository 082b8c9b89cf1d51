import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Passes bytes on to a port. When those that come back hold a mark it cuts the connection off, once: what stands before the mark
 * and half of the mark went through, as when a cable is pulled.
 */
export async function openCuttingProxy(port: number) {
  let mark: string | undefined;
  let cuts = 0;
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    const upstream = connect(port, '127.0.0.1');
    const end = () => {
      clients.delete(client);
      client.destroy();
      upstream.destroy();
    };
    client.on('error', end).on('close', end);
    upstream.on('error', end).on('close', end);
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      const at = mark === undefined ? -1 : bytes.indexOf(mark);
      if (at < 0 || mark === undefined) return void client.write(bytes);
      const half = bytes.subarray(0, at + Math.ceil(mark.length / 2));
      mark = undefined;
      cuts += 1;
      client.write(half, end);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAt: (text: string): void => void (mark = text),
    get cuts() {
      return cuts;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.close();
      for (const client of clients) client.destroy();
      await once(server, 'close');
    },
  };
}
