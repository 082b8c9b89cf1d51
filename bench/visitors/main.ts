// What five thousand visitors cost who each follow their conversation, on PostgreSQL at DATABASE_URL:
// `node bench/visitors/main.ts`, or with `rounds`, `statements` or `nodes` for one part, and behind it how many replies an agent
// sends a second where the machine is too busy for fifty.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { type Product, startProduct } from '../../test/failure/product.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { machineFacts } from '../report.ts';
import { residentMb } from '../resident.ts';
import { openCountingProxy } from './count-messages.ts';
import { openStreams } from './open-streams.ts';
import { processorSeconds } from './processor-time.ts';
import { createReplies } from './reply.ts';
import { type SeededVisitor, seedVisitors } from './seed-visitors.ts';

const streams = 5000;
const rounds = 3;
const silentMinutes = 1;
const plan = { perSecond: Number(process.argv[3] ?? 50), seconds: 30 };
const settleMs = 15_000;

const only = process.argv[2] ?? '';
const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Name a PostgreSQL server with DATABASE_URL.');
console.log(machineFacts());
if ('rounds'.includes(only)) await onItsOwn(measureRounds);
if ('statements'.includes(only)) await onItsOwn(measureStatements);
if ('nodes'.includes(only)) await onItsOwn(measureNodes);

type Installation = {
  readonly databaseUrl: string;
  /** A node of it; the first makes the keys. */
  start(nodeDatabaseUrl?: string): Promise<Product>;
};

async function onItsOwn(measure: (installation: Installation) => Promise<void>): Promise<void> {
  const made = await createPostgresDatabase(databaseUrl ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'tributary-visitors-'));
  const products: Product[] = [];
  async function start(nodeDatabaseUrl = made.url): Promise<Product> {
    const env = {
      DATA_DIR: join(folder, String(products.length)),
      DATABASE_URL: nodeDatabaseUrl,
      SECRET_KEY: 'the same secret key on every node',
      LOG_LEVEL: 'fatal',
      // Visitors come through a proxy, from many addresses: one may hold a hundred streams.
      TRUST_PROXY: '1',
    };
    const product = await startProduct(env);
    products.push(product);
    return product;
  }
  try {
    await measure({ databaseUrl: made.url, start });
  } finally {
    for (const product of products) await product.stop('SIGTERM');
    await made.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function rss({ pid }: Product): Promise<string> {
  return `${await residentMb(pid)} MB`;
}

/** The share of one processor that a node takes while `work` goes on. */
async function processorDuring({ pid }: Product, work: () => Promise<unknown>): Promise<string> {
  const [before, began] = [await processorSeconds(pid), performance.now()];
  await work();
  const seconds = (await processorSeconds(pid)) - before;
  const minutes = (performance.now() - began) / 60_000;
  return `${(seconds / minutes).toFixed(1)} s of processor a minute`;
}

async function measureRounds({ databaseUrl: url, start }: Installation): Promise<void> {
  const node = await start();
  const visitors = await seedVisitors(url, node, streams);
  const replies = createReplies(node.operatorKey ?? '');
  const few = await openStreams(node.url, visitors.slice(0, 10), replies.heard);
  console.log(`10 streams: ${await replies.send(node.url, visitors.slice(0, 10), plan)}`);
  await few.close();
  const idle = await processorDuring(node, () => after(60_000));
  console.log(`0 streams: RSS ${await rss(node)}, ${idle}`);
  for (let round = 1; round <= rounds; round += 1) {
    const began = performance.now();
    const open = await openStreams(node.url, visitors, replies.heard);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    await after(settleMs);
    console.log(`round ${round}: ${streams} streams opened in ${seconds} s, RSS ${await rss(node)}`);
    if (round === 1) await measureOpen(node, visitors, replies);
    await open.close();
    await after(settleMs);
    console.log(`round ${round}: closed, RSS ${await rss(node)}`);
  }
}

async function measureOpen(
  node: Product,
  visitors: readonly SeededVisitor[],
  replies: ReturnType<typeof createReplies>,
) {
  const silent = await processorDuring(node, () => after(silentMinutes * 60_000));
  console.log(`${streams} streams: after ${silentMinutes} minutes without an event RSS ${await rss(node)}, ${silent}`);
  const busy = await processorDuring(node, async () =>
    console.log(`  ${await replies.send(node.url, visitors, plan)}`),
  );
  console.log(`  meanwhile ${busy}, RSS ${await rss(node)}`);
}

async function measureStatements({ databaseUrl: url, start }: Installation): Promise<void> {
  const proxy = await openCountingProxy(url);
  const node = await start(proxy.url);
  const visitors = await seedVisitors(url, node, streams);
  const replies = createReplies(node.operatorKey ?? '');
  for (const count of [10, streams]) {
    const some = visitors.slice(0, count);
    const open = await openStreams(node.url, some, replies.heard);
    await replies.send(node.url, some, { ...plan, seconds: 5 });
    await after(settleMs);
    const idle = await perSecond(proxy, () => after(plan.seconds * 1000));
    const busy = await perSecond(proxy, () => replies.send(node.url, some, plan));
    const each = (busy - idle) / plan.perSecond;
    console.log(`${count} streams: ${idle.toFixed(1)} statements a second idle, ${each.toFixed(1)} more for a reply`);
    await open.close();
  }
  await node.stop('SIGTERM');
  await proxy.close();
}

async function perSecond(proxy: { readonly executed: number }, work: () => Promise<unknown>): Promise<number> {
  const [before, began] = [proxy.executed, performance.now()];
  await work();
  return ((proxy.executed - before) / (performance.now() - began)) * 1000;
}

/** An agent on one node, all visitors on another. */
async function measureNodes({ databaseUrl: url, start }: Installation): Promise<void> {
  const first = await start();
  const second = await start();
  const visitors = await seedVisitors(url, first, streams);
  const replies = createReplies(first.operatorKey ?? '');
  const open = await openStreams(second.url, visitors, replies.heard);
  await after(settleMs);
  const busy = await processorDuring(second, async () =>
    console.log(`${streams} streams on another node: ${await replies.send(first.url, visitors, plan)}`),
  );
  console.log(`  meanwhile on that one ${busy}, RSS ${await rss(second)}`);
  await open.close();
}
