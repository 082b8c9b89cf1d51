import { parentPort } from 'node:worker_threads';
import { Pool } from 'undici';
import type { Load, LoadReport, LoadResult } from './load.ts';

const pools = new Map<string, Pool>();

function poolOf(origin: string, clients: number): Pool {
  const known = pools.get(origin);
  if (known) return known;
  const pool = new Pool(origin, { connections: clients, pipelining: 1, keepAliveTimeout: 60_000 });
  pools.set(origin, pool);
  return pool;
}

/** Each client asks, waits for its whole answer and asks again, until the time or the number of requests is over. */
async function run({ requests, clients, forMs, atMost }: Load): Promise<LoadResult> {
  const durationsMs: number[] = [];
  const start = performance.now();
  let asked = 0;

  async function client(index: number): Promise<void> {
    const { origin, path, method, headers, body, status } = requests[index % requests.length]!;
    const pool = poolOf(origin, clients);
    while (performance.now() - start < forMs && asked < atMost) {
      asked += 1;
      const before = performance.now();
      const answer = await pool.request({ path, method, headers, ...(body !== undefined && { body }) });
      const text = await answer.body.text();
      durationsMs.push(performance.now() - before);
      if (answer.statusCode !== status || text.includes('"errors"')) {
        throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
      }
    }
  }

  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return { durationsMs, tookMs: performance.now() - start };
}

// oxlint-disable-next-line require-post-message-target-origin -- a port, not a window
const report = (message: LoadReport) => parentPort?.postMessage(message);

parentPort?.on('message', (load: Load) => {
  run(load).then(
    (result) => report({ result }),
    (error: unknown) => report({ error: String(error) }),
  );
});
