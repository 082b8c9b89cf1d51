import { once } from 'node:events';
import { createServer } from 'node:http';

export type Verdict = {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Receiver = { readonly port: number; close(): Promise<void> };

/** Takes every webhook of the demo, on this machine alone, and answers as its host would at that time of the story. */
export async function openReceiver(answer: (host: string) => Verdict): Promise<Receiver> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const { status, body, headers = {} } = answer((request.headers.host ?? '').replace(/:\d+$/, ''));
      response.writeHead(status, { 'Content-Type': 'text/plain', ...headers }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver of the demo has no port.');
  return {
    port: address.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
