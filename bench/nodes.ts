import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { type Product, startProduct } from '../test/failure/product.ts';
import { overWebSocket } from '../test/live/product-client.ts';
import { createGraphClient } from '../test/support/graph-client.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { startRedis } from '../test/support/redis.ts';
import { openListeners } from './fan-out/listeners.ts';
import { percentile } from './statistics.ts';

const rounds = 3;
const roundMs = 8000;
const leadsAWrite = 5;
const sockets = 100;

/** The server itself tells of a commit, so that neither node's answer has a part in when it was. */
const tellCommits = `create function tell_commit() returns trigger language plpgsql as
  $$ begin perform pg_notify('committed', new.id); return null; end $$;
  create trigger tell_commit after insert on events for each row execute function tell_commit()`;

const query = 'subscription { leadEvents { id lead { id name score stage { id name } } } }';
const mutation =
  'mutation ($ids: [ID!]!, $score: Int!) { updateLeads(ids: $ids, input: { score: $score }) { leads { id } } }';

/** Prints how long an event takes from its commit on one node to its frame on another, without Redis and with it. */
export async function benchNodes(databaseUrl: string | null, rates: readonly number[]): Promise<void> {
  if (databaseUrl === null) {
    console.log('\nSkipped two nodes: name a PostgreSQL server with DATABASE_URL.');
    return;
  }
  const redis = await startRedis();
  try {
    for (const eventsPerSecond of rates) {
      const found = { 'without Redis': new Array<number>(), 'with Redis': new Array<number>() };
      for (let round = 0; round < rounds; round += 1) {
        found['without Redis'].push(...(await measureRound(databaseUrl, eventsPerSecond)));
        found['with Redis'].push(...(await measureRound(databaseUrl, eventsPerSecond, redis.url)));
      }
      console.log(`\nFrom a commit to one of ${sockets} sockets on another node, writes of ${leadsAWrite} events:`);
      for (const [name, times] of Object.entries(found)) console.log(describe(name, eventsPerSecond, times));
    }
  } finally {
    await redis.stop();
  }
}

function describe(name: string, eventsPerSecond: number, times: readonly number[]): string {
  const told = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
  const made = Math.round((times.length * 1000) / (rounds * roundMs));
  return `${name.padEnd(14)} ${eventsPerSecond} events/s asked, ${made} made: p50 ${told[0]}, p99 ${told[1]}, at most ${told[2]} ms`;
}

/** On a database of its own, so that no round finds what another left. */
async function measureRound(databaseUrl: string, eventsPerSecond: number, redisUrl?: string): Promise<number[]> {
  const own = await createPostgresDatabase(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'tributary-nodes-'));
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: own.url,
    SECRET_KEY: 'the same secret key on every node',
    LOG_LEVEL: 'fatal',
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  };
  const nodes: Product[] = [];
  const watch = new pg.Client({ connectionString: own.url });
  try {
    nodes.push(await startProduct(env), await startProduct(env));
    await watch.connect();
    return await measure(nodes[0]!, nodes[1]!, watch, eventsPerSecond);
  } finally {
    await watch.end();
    for (const node of nodes) await node.stop('SIGKILL');
    await own.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(writing: Product, telling: Product, watch: pg.Client, perSecond: number): Promise<number[]> {
  const key = writing.operatorKey ?? '';
  const graph = createGraphClient(writing.url, key);
  const ids: string[] = [];
  while (ids.length < 50) {
    const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
      `mutation { createLead(input: { name: "Ada ${ids.length}" }) { lead { id } } }`,
    );
    ids.push(createLead.lead.id);
  }
  const committed = new Map<string, number>();
  const told = new Map<string, number>();
  watch.on('notification', ({ payload }) => committed.set(payload ?? '', performance.now()));
  await watch.query(tellCommits);
  await watch.query('listen committed');

  const others = await openListeners(Number(new URL(telling.url).port), sockets - 1, [
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }),
    JSON.stringify({ id: 'a', type: 'subscribe', payload: { query } }),
  ]);
  const leaving = new AbortController();
  const listening = listen(telling, key, told, leaving.signal);
  await after(1000);
  await write((score, turn) => graph.ask(mutation, { ids: next(ids, turn), score }), perSecond / leadsAWrite);
  await after(1000);
  leaving.abort();
  await listening;
  await others.close();
  return [...told].flatMap(([id, at]) => {
    const since = committed.get(id);
    return since === undefined ? [] : [Math.max(0, at - since)];
  });
}

async function listen(node: Product, key: string, told: Map<string, number>, signal: AbortSignal): Promise<void> {
  try {
    for await (const { data } of overWebSocket(node, key, { query }, signal)) {
      const event = data?.['leadEvents'];
      if (event) told.set(event.id, performance.now());
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

const next = (ids: readonly string[], turn: number): string[] =>
  Array.from({ length: leadsAWrite }, (_, index) => ids[(turn * leadsAWrite + index) % ids.length] ?? '');

/** As many writes a second as asked for, or as many as are answered. */
async function write(send: (score: number, turn: number) => Promise<unknown>, perSecond: number): Promise<void> {
  const startedAt = performance.now();
  const underWay = new Set<Promise<unknown>>();
  for (let turn = 0; ; turn += 1) {
    const due = startedAt + (turn * 1000) / perSecond;
    if (due > startedAt + roundMs) break;
    await after(Math.max(0, due - performance.now()));
    while (underWay.size >= 4) await Promise.race(underWay);
    const sent = send(turn % 100, turn).finally(() => underWay.delete(sent));
    underWay.add(sent);
    if (performance.now() > startedAt + roundMs) break;
  }
  await Promise.all(underWay);
}
