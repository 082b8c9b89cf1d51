import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { z } from 'zod';
import { limits } from '../../limits.ts';
import { onMessage } from '../../on-message.ts';
import { prepareSession } from '../open/session-settings.ts';
import { type AnswerDeadline, createAnswerDeadline } from './answer-deadline.ts';
import { makeSocketFolder, removeSocketFolder, socketName } from './socket-folder.ts';

export type WorkerOptions = {
  readonly folder: string;
  readonly throwaway: boolean;
  readonly listen: { readonly path: string } | { readonly host: string; readonly port: number };
};
const workerReport = z.object({ port: z.number().nullable() });
export type WorkerReport = z.infer<typeof workerReport>;

export type EmbeddedOptions = {
  readonly folder: string;
  /** The data may be lost with the machine, and there is little of it: no fsync, and small buffers, which start in half the time. */
  readonly throwaway?: boolean;
  /** The directory of the socket; one is made where none is given. */
  readonly socketFolder?: string;
  /** After which a statement without an answer ends the database. */
  readonly statementMs?: number;
  /** Called when the database stops without having been asked to, or had to be ended. */
  readonly onLost?: (cause: Error) => void;
};

export type EmbeddedServer = Pick<AnswerDeadline, 'during'> & { readonly pool: pg.Pool; stop(): Promise<void> };

const closeTimeoutMs = 5000;

const whatToDo = 'What was acknowledged is on the disk: make room there if none is left, and start the process again.';

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
  let state: 'starting' | 'running' | 'over' = 'starting';
  onMessage(worker, workerReport, ({ port }) => listening.resolve(port));
  const fail = (cause: Error) => {
    listening.reject(cause);
    if (state !== 'running') return;
    state = 'over';
    options.onLost?.(cause);
  };
  const deadline = createAnswerDeadline((afterMs) => {
    fail(new Error(`It did not answer a statement within ${afterMs / 1000} s, so it was ended. ${whatToDo}`));
    void worker.terminate();
  }, options.statementMs);
  worker.on('error', fail);
  worker.on('exit', (code) => {
    if (state !== 'over') fail(new Error(`The embedded database stopped by itself (code ${code}).`));
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
    pipeline: true,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: limits.databaseQueueMs,
    stream: deadline.openSocket,
    onConnect: (client: pg.ClientBase): unknown => prepareSession(client, 'embedded'),
  });
  // An idle client reports a broken socket here; the worker's end, which broke it, is reported by `onLost`.
  pool.on('error', () => {});
  return {
    pool,
    during: deadline.during,
    async stop() {
      state = 'over';
      // Neither a client that is never given back nor a database that hangs may keep the process from ending.
      const late = () => setTimeout(closeTimeoutMs, 'late' as const, { ref: false });
      await Promise.race([pool.end(), late()]);
      // oxlint-disable-next-line require-post-message-target-origin -- a port, not a window
      worker.postMessage('close');
      if ((await Promise.race([ended.promise, late()])) === 'late') await worker.terminate();
    },
  };
}
