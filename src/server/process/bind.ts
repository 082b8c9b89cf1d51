import { createServer, type Server } from 'node:http';
import { limits } from '../../limits.ts';

export type Bound = { readonly server: Server; readonly port: number };

/** Why an address cannot be listened on, in a sentence that names what to change. */
export class BindError extends Error {
  override readonly name = 'BindError';
}

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `another process listens on ${host}:${port}. Stop it, or set PORT to a free one.`,
  EACCES: (_, port) => `this user may not listen on port ${port}. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: (host) => `this machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: (host) => `there is no host named ${host}. Set HOST to an address of this machine.`,
};

/**
 * Listens on this address, before anything is made that a failure would lose; port 0 takes a free one.
 * @throws BindError
 */
export async function bind(port: number, host: string): Promise<Bound> {
  const server = createServer({
    keepAliveTimeout: limits.keepAliveMs,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.connectionCheckMs,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = reasons[cause.code ?? '']?.(host, port) ?? cause.message;
      reject(new BindError(`Tributary cannot listen: ${reason}`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}
