import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './serve.ts';
import type { WorkerOptions, WorkerReport } from './start.ts';

const options = workerData as WorkerOptions;
// oxlint-disable-next-line require-post-message-target-origin -- a port, not a window
const report = (message: WorkerReport) => parentPort?.postMessage(message);

// PGlite switches fsync off unless told otherwise: `-F` among its start parameters. PostgreSQL's own 128 MB of buffers are all
// written to when it starts, so that an idle node holds them; what they leave out is read again from the system's cache of files.
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => options.throwaway || parameter !== '-F'),
  '-c',
  `shared_buffers=${options.throwaway ? 16 : 24}MB`,
];

// What a migration creates as an extension has to be handed to PGlite each time it starts.
const database = new PGlite({
  dataDir: options.folder,
  startParams,
  extensions: { btree_gin, pg_trgm },
});
await database.waitReady;
const server = await serve(database, options.listen);
const address = server.address();
report({ port: typeof address === 'object' && address ? address.port : null });

async function close(): Promise<void> {
  server.close();
  await database.close();
  parentPort?.close();
}
parentPort?.once('message', () => void close());
