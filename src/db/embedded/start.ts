import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { makeSocketFolder, removeSocketFolder, socketName } from './socket-folder.ts';

export type WorkerOptions = {
  readonly folder: string;
  readonly throwaway: boolean;
  readonly listen: { readonly path: string } | { readonly host: string; readonly port: number };
};
export type WorkerReport = { readonly port: number | null };

export type EmbeddedOptions = {
  readonly folder: string;
  /** The data may be lost with the machine, and there is little of it: no fsync, and small buffers, which start in half the time. */
  readonly throwaway?: boolean;
  /** The directory of the socket; one is made where none is given. */
  readonly socketFolder?: string;
  /** Called when the database stops without having been asked to. */
  readonly onLost?: (cause: Error) => void;
};

export type EmbeddedServer = { readonly pool: pg.Pool; stop(): Promise<void> };

const closeTimeoutMs = 5000;

/**
 * Runs PGlite in a worker thread and connects one client to it. On the main thread it let 2 of 400 ticks of a timer through
 * while writing; so it lets 391.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const socketFolder = options.socketFolder ?? makeSocketFolder();
  const overTcp = process.platform === 'win32';
  const listen = overTcp ? { host: '127.0.0.1', port: 0 } : { path: join(socketFolder, socketName) };
  const { folder, throwaway = false } = options;
  const workerData: WorkerOptions = { folder, throwaway, listen };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: [], name: 'database' });

  const listening = Promise.withResolvers<number | null>();
  const ended = Promise.withResolvers<void>();
  let state: 'starting' | 'running' | 'stopping' = 'starting';
  worker.on('message', ({ port }: WorkerReport) => listening.resolve(port));
  const fail = (cause: Error) => {
    listening.reject(cause);
    if (state === 'running') options.onLost?.(cause);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => {
    if (state !== 'stopping') fail(new Error(`The embedded database stopped by itself (code ${code}).`));
    removeSocketFolder(socketFolder);
    ended.resolve();
  });

  const port = await listening.promise;
  state = 'running';
  const pool = new pg.Pool({
    ...(overTcp ? { host: '127.0.0.1', port: port ?? 0 } : { host: socketFolder, port: 5432 }),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
  });
  // An idle client reports a broken socket here; the worker's end, which broke it, is reported by `onLost`.
  pool.on('error', () => {});
  return {
    pool,
    async stop() {
      state = 'stopping';
      // A client that is never given back must not keep the process from ending.
      await Promise.race([pool.end(), setTimeout(closeTimeoutMs, undefined, { ref: false })]);
      // oxlint-disable-next-line require-post-message-target-origin -- a port, not a window
      worker.postMessage('close');
      await ended.promise;
    },
  };
}
