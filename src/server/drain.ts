import type { Server } from 'node:http';

const sweepMs = 50;

/**
 * Stops a server: takes no new connection, answers every request that has begun, and lets go of connections that are kept
 * open for more, which would otherwise hold the end up for as long as their clients go on asking.
 */
export async function drain(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection becomes idle when its answer is out, which for those under way is later than now.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  await closed;
  clearInterval(sweep);
}
