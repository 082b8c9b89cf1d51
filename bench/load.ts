import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export type BenchRequest = {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What it must answer; anything else ends the benchmark. */
  readonly status: number;
};

export type Load = {
  /** Client number n always sends the n-th of these, so that writers need not meet in one row. */
  readonly requests: readonly BenchRequest[];
  readonly clients: number;
  readonly forMs: number;
  readonly atMost: number;
};

export type LoadResult = { readonly durationsMs: readonly number[]; readonly tookMs: number };

export type LoadReport = { readonly result: LoadResult } | { readonly error: string };

export type LoadGenerator = { run(load: Load): Promise<LoadResult>; stop(): Promise<void> };

/** The clients, in a thread of their own, so that asking costs the servers' thread nothing. */
export function startLoadGenerator(): LoadGenerator {
  const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { name: 'clients', execArgv: [] });
  return {
    async run(load) {
      // oxlint-disable-next-line require-post-message-target-origin -- a port, not a window
      worker.postMessage(load);
      const [report] = (await once(worker, 'message')) as [LoadReport];
      if ('error' in report) throw new Error(report.error);
      return report.result;
    },
    async stop() {
      await worker.terminate();
    },
  };
}
