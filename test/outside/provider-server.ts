import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { z } from 'zod';
import { selfSigned } from './self-signed.ts';

const json = z.record(z.string(), z.unknown());

export type ProviderRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: z.output<typeof json>;
};

export type Behaviour = (response: ServerResponse, request: ProviderRequest) => void;

export const answerJson =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Says what is to come, sends half of it, and hangs up. */
export const cutOff: Behaviour = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"translatedText":"Ho', () => response.destroy());
};

/** Never answers. */
export const silence: Behaviour = () => undefined;

/** A provider's server on a local port: keeps what it was asked, and behaves as the test says. */
export async function openProviderServer(usual: Behaviour, { isSecure = false } = {}) {
  const asked: ProviderRequest[] = [];
  const behaviour = { usual, next: [] as Behaviour[], check: answerJson([]) };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = Buffer.concat(await request.toArray()).toString();
    // Whether it is there.
    const { method = '', url: path = '', headers } = request;
    if (method === 'GET') return behaviour.check(response, { method, path, headers, body: {} });
    const one = { method, path, headers, body: text === '' ? {} : json.parse(JSON.parse(text)) };
    asked.push(one);
    (behaviour.next.shift() ?? behaviour.usual)(response, one);
  }
  const listen = (request: IncomingMessage, response: ServerResponse) => void answer(request, response);
  const server = isSecure ? createSecureServer(selfSigned, listen) : createServer(listen);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    asked,
    url: `${isSecure ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    host: `127.0.0.1:${address.port}`,
    /** How it answers the next requests, one after the other, before it is as usual again. */
    behave: (...next: readonly Behaviour[]) => void (behaviour.next = [...next]),
    /** How it answers from now on. */
    become: (usual: Behaviour) => void (behaviour.usual = usual),
    /** How it answers from now on whether it is there. */
    beFound: (check: Behaviour) => void (behaviour.check = check),
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type ProviderServer = Awaited<ReturnType<typeof openProviderServer>>;
