import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

// After these the client waits for an answer: Query, Sync, Flush, CopyDone, CopyFail, FunctionCall, Terminate.
const endsBatch = new Set(Array.from('QSHcfFX', (letter) => letter.charCodeAt(0)));

/** How many bytes, from the start, the client waits to have answered; 0 while there is more to come. */
export function measureBatch(received: Buffer, started: boolean): number {
  if (!started) return received.length >= 4 && received.length >= received.readInt32BE(0) ? received.readInt32BE(0) : 0;
  let batch = 0;
  for (let at = 0; at + 5 <= received.length;) {
    const end = at + 1 + received.readInt32BE(at + 1);
    if (end > received.length) break;
    if (endsBatch.has(received[at] ?? 0)) batch = end;
    at = end;
  }
  return batch;
}

/** Speaks for one client until it leaves, and leaves nothing of its session to the next. */
async function serveClient(database: PGlite, socket: Socket): Promise<void> {
  let received: Buffer = Buffer.alloc(0);
  let started = false;
  const execute = async (batch: Buffer) => {
    socket.cork();
    // The bytes lie in PGlite's memory and are gone after the call, so they are copied.
    await database.execProtocolRawStream(batch, { onRawData: (data) => void socket.write(Buffer.from(data)) });
    socket.uncork();
  };
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      for (let size = measureBatch(received, started); size > 0; size = measureBatch(received, started)) {
        await execute(received.subarray(0, size));
        received = received.subarray(size);
        started = true;
      }
    }
  } catch (error) {
    if (!socket.destroyed) throw error;
  }
  if (database.isInTransaction()) await database.exec('rollback');
  await database.exec('discard all');
}

/**
 * Serves PGlite over a socket to one client at a time; another waits until that one has left. A whole batch of messages is
 * executed at once, where pglite-socket takes five turns for a query with parameters.
 */
export async function serve(
  database: PGlite,
  listen: { path: string } | { host: string; port: number },
): Promise<Server> {
  let previous = Promise.resolve();
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    previous = previous.then(() => serveClient(database, socket));
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(listen, listening.resolve);
  await listening.promise;
  return server;
}
