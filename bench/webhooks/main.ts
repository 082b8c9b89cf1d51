import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { startReceiver } from './receiver-process.ts';
import { measureLatency } from './latency.ts';
import { measureThroughput } from './throughput.ts';

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;

/** Prints deliveries a second and how soon after its commit an event arrives. */
export async function benchWebhooks(): Promise<void> {
  const { databaseUrl } = loadConfig();
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
  const ownDatabase = databaseUrl === null ? null : await createPostgresDatabase(databaseUrl);
  const database = await openDatabase({ dataDir, databaseUrl: ownDatabase?.url });
  const receiver = await startReceiver();
  try {
    console.log(
      `Webhooks from ${database.engine === 'embedded' ? 'the embedded database' : 'PostgreSQL'}, the receiver in a process of its own.`,
    );
    for (const plan of [
      { endpoints: 1, deliveries: 10_000, concurrency: 32 },
      { endpoints: 50, deliveries: 10_000, concurrency: 64 },
    ]) {
      const { product, plain, ratio, ratios, productCpu, plainCpu } = await measureThroughput(database, receiver, plan);
      console.log(
        `${plan.endpoints} endpoints: ${perSecond(product)}; a plain loop of the same posts ${perSecond(plain)}: ` +
          `${ratio.toFixed(2)}× (${ratios.map((one) => one.toFixed(2)).join('–')}). ` +
          `Our thread was busy for ${productCpu.toFixed(0)} µs a delivery, in the plain loop for ${plainCpu.toFixed(0)}.`,
      );
    }
    const { latencies, perSecond: events } = await measureLatency(database, receiver, { perSecond: 200, seconds: 5 });
    const at = (share: number) => `${(latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1)} ms`;
    console.log(
      `Commit to first byte, 200 events a second wanted and ${Math.round(events)} written: median ${at(0.5)}, p99 ${at(0.99)}.`,
    );
  } finally {
    await receiver.stop();
    await database.close();
    await ownDatabase?.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchWebhooks();
