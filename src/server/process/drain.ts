import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from '../../limits.ts';

const sweepMs = 50;

/**
 * Prepares a server's end: takes no new connection, answers every request that has begun, and lets go of connections that are
 * kept open for more, which would otherwise hold the end up for as long as their clients go on asking. Whoever has sent
 * nothing, half a request, or reads no answer is cut after a grace period.
 */
export function prepareDrain(server: Server, graceMs: number = limits.drainMs): () => Promise<void> {
  // Upgraded and refused connections are no longer the server's, so they are counted here.
  const connections = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return async () => {
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection becomes idle when its answer is out, which for those under way is later than now.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
    const cut = setTimeout(() => {
      for (const connection of connections) connection.destroy();
    }, graceMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  };
}
