// What one event costs that thousands of sockets follow, beside a plain `ws` server that sends the same frame to as many, by the
// processor time of either process: `node bench/fan-out/main.ts 3000`, on PostgreSQL at DATABASE_URL.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { startProduct } from '../../test/failure/product.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { machineFacts } from '../report.ts';
import { residentMb } from '../resident.ts';
import { median } from '../statistics.ts';
import { processorSeconds } from '../visitors/processor-time.ts';
import { type Listeners, openListeners } from './listeners.ts';

const counts = process.argv.slice(2).map(Number);
const rounds = 5;
const eventsARound = 20;
const settleMs = 2000;

const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Name a PostgreSQL server with DATABASE_URL.');

const selection =
  'id type createdAt previousStage { key } lead { id name email phone score tags stage { id key name } updatedAt }';
const mutation =
  'mutation ($name: String!) { createLead(input: { name: $name, email: "ada@example.com", allowDuplicate: true }) { lead { id } } }';

let written = 0;

const own = await createPostgresDatabase(databaseUrl);
const folder = await mkdtemp(join(tmpdir(), 'tributary-fan-out-'));
const product = await startProduct({
  DATA_DIR: folder,
  DATABASE_URL: own.url,
  SECRET_KEY: 'the same secret key on every node',
  LOG_LEVEL: 'fatal',
});
const broadcaster = spawn(process.execPath, [join(import.meta.dirname, 'broadcaster.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = (await once(broadcaster.stdout, 'data')) as [Buffer];
  const peerPort = Number(line.toString());
  console.log(machineFacts());
  for (const count of counts.length > 0 ? counts : [3000, 10_000]) await compare(count, peerPort);
} finally {
  broadcaster.kill();
  await product.stop('SIGTERM');
  await own.drop();
  await rm(folder, { recursive: true, force: true });
}

async function write(): Promise<void> {
  written += 1;
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.operatorKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: mutation, variables: { name: `Ada ${String(written).padStart(6, '0')}` } }),
  });
  const answer = await response.text();
  if (!answer.startsWith('{"data":{"createLead"')) throw new Error(answer);
}

/** Milliseconds of processor that a process takes for each of some events. */
async function eachOf(pid: number, event: () => Promise<unknown>): Promise<number> {
  const before = await processorSeconds(pid);
  for (let index = 0; index < eventsARound; index += 1) await event();
  return (((await processorSeconds(pid)) - before) * 1000) / eventsARound;
}

async function compare(count: number, peerPort: number): Promise<void> {
  const alone: number[] = [];
  for (let round = 0; round < rounds; round += 1) alone.push(await eachOf(product.pid, write));
  const before = await residentMb(product.pid);
  const ours = await openListeners(Number(new URL(product.url).port), count, [
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${product.operatorKey}` } }),
    JSON.stringify({ id: 'a', type: 'subscribe', payload: { query: `subscription { leadEvents { ${selection} } }` } }),
  ]);
  await after(settleMs);
  const open = await residentMb(product.pid);
  const theirs = await openListeners(peerPort, count, []);
  await write();
  await ours.heard();
  const frame = `{"id":"a","type":"next","payload":${'x'.repeat(560)}}`;
  const broadcast = async () => {
    await fetch(`http://127.0.0.1:${peerPort}/`, { method: 'POST', body: frame });
    await theirs.heard();
  };
  const heardBy = (listeners: Listeners) => async () => {
    await write();
    await listeners.heard();
  };
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const live = await eachOf(product.pid, heardBy(ours));
    pairs.push([live - median(alone), await eachOf(broadcaster.pid ?? 0, broadcast)]);
  }
  const ratios = pairs.map(([mine, plain]) => plain / mine);
  const [mine, plain] = [median(pairs.map(([ms]) => ms)), median(pairs.map(([, ms]) => ms))];
  console.log(
    `${count} sockets: ${mine.toFixed(1)} ms of processor an event (a write alone ${median(alone).toFixed(1)}), plain ws ${plain.toFixed(1)} ms: ` +
      `${median(ratios).toFixed(2)}x (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}); RSS ${before} MB, with them ${open} MB`,
  );
  await Promise.all([ours.close(), theirs.close()]);
  await after(settleMs);
  console.log(`  closed: RSS ${await residentMb(product.pid)} MB`);
}
