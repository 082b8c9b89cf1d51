// What is left of sockets that came and went: `node bench/fan-out/churn.ts 10000`, on PostgreSQL at DATABASE_URL. As many follow
// `leadEvents` as it says, each hears an event, all leave, three times; after each the server collects garbage and tells what it holds.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { loadConfig } from '../../src/config.ts';
import { startProduct } from '../../test/failure/product.ts';
import { createGraphClient } from '../../test/support/graph-client.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { machineFacts } from '../report.ts';
import { openListeners } from './listeners.ts';

const count = Number(process.argv[2] ?? 10_000);
const rounds = 3;
const settleMs = 15_000;
const selection = 'id type createdAt lead { id name email phone score tags stage { id key name } updatedAt }';

const left = z.object({ heapUsed: z.number(), rss: z.number(), resources: z.array(z.string()) });

const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Name a PostgreSQL server with DATABASE_URL.');
const own = await createPostgresDatabase(databaseUrl);
const folder = await mkdtemp(join(tmpdir(), 'tributary-churn-'));
const probe = join(folder, 'probe.json');
const product = await startProduct(
  {
    DATA_DIR: folder,
    DATABASE_URL: own.url,
    SECRET_KEY: 'the same secret key on every node',
    LOG_LEVEL: 'fatal',
    CHURN_PROBE: probe,
  },
  ['--max-semi-space-size=8', '--expose-gc', '--import', join(import.meta.dirname, 'probe.ts')],
);
const graph = createGraphClient(product.url, product.operatorKey ?? '');
try {
  console.log(machineFacts());
  // What is compiled and kept once, whoever comes.
  await comeAndGo(200);
  console.log(`before: ${await held()}`);
  for (let round = 1; round <= rounds; round += 1) {
    const opened = await comeAndGo(count);
    console.log(`round ${round}, ${count.toLocaleString('en')} sockets open: ${opened}`);
    console.log(`round ${round}, closed: ${await held()}`);
  }
} finally {
  await product.stop('SIGTERM');
  await own.drop();
  await rm(folder, { recursive: true, force: true });
}

async function comeAndGo(sockets: number): Promise<string> {
  const listeners = await openListeners(Number(new URL(product.url).port), sockets, [
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${product.operatorKey}` } }),
    JSON.stringify({ id: 'a', type: 'subscribe', payload: { query: `subscription { leadEvents { ${selection} } }` } }),
  ]);
  await after(settleMs);
  await graph.ask('mutation { createLead(input: { name: "Ada", allowDuplicate: true }) { lead { id } } }');
  await listeners.heard();
  const opened = await held();
  await listeners.close();
  await after(settleMs);
  return opened;
}

async function held(): Promise<string> {
  await rm(probe, { force: true });
  process.kill(product.pid, 'SIGUSR2');
  while (!existsSync(probe)) await after(50);
  const { heapUsed, rss, resources } = left.parse(JSON.parse(await readFile(probe, 'utf8')));
  const counts = Object.entries(Object.groupBy(resources, (name) => name)).map(
    ([name, all]) => `${all?.length} ${name}`,
  );
  return `${mb(rss)} MB resident, ${mb(heapUsed)} MB in use; ${counts.join(', ')}`;
}

function mb(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
