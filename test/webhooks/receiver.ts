import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
};

export type Answer = (response: ServerResponse, received: Received) => void;

export const answerWith =
  (status: number, body = ''): Answer =>
  (response) =>
    response.writeHead(status).end(body);

async function receive(request: IncomingMessage): Promise<Received> {
  const rawBody = Buffer.concat(await request.toArray());
  return { method: request.method ?? '', path: request.url ?? '', headers: request.headers, rawBody };
}

/** A subscriber's server on a local port; keeps what it was sent. */
export async function openReceiver(answer: Answer = answerWith(200, 'ok'), host = '127.0.0.1') {
  const received: Received[] = [];
  const behaviour = { answer };
  const server = createServer((request, response) => {
    void receive(request).then((one) => {
      received.push(one);
      behaviour.answer(response, one);
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');

  return {
    received,
    behaviour,
    port: address.port,
    url: `http://127.0.0.1:${address.port}/hook`,
    /** Cuts every connection off, in the middle of whatever it waits for. */
    hangUp: () => server.closeAllConnections(),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
