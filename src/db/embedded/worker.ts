import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerOptions, WorkerReport } from './start.ts';

const options: WorkerOptions = workerData;
const report = (message: WorkerReport) => parentPort?.postMessage(message);

// PGlite switches fsync off unless told otherwise: `-F` among its start parameters.
const startParams = PGlite.defaultStartParams.filter((parameter) => options.fsync === false || parameter !== '-F');

const database = new PGlite({ dataDir: options.folder, startParams: [...startParams, '-c', 'timezone=UTC'] });
await database.waitReady;
// A client that is replaced after an error arrives before the one it replaces has left.
const server = new PGLiteSocketServer({ db: database, maxConnections: 3, ...options.listen });
await server.start();
report({ ready: server.getServerConn() });

parentPort?.once('message', async () => {
  await server.stop();
  await database.close();
  report({ closed: true });
  parentPort?.close();
});
