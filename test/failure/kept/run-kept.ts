import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { createPostgresDatabase } from '../../support/postgres-database.ts';
import { startRedis } from '../../support/redis.ts';
import { type Product, startProduct } from '../product.ts';
import { followLeads } from './follow.ts';
import { furnish } from './furnish.ts';
import { read } from './read.ts';
import { emptyReport, isOver, type KeptReport, type World } from './world.ts';
import { write } from './write.ts';

export type KeptPlan = {
  readonly serverUrl: string;
  readonly seconds: number;
  /** Whether a node is killed with -9 and started anew, again and again. */
  readonly kill: boolean;
  /** Whether the nodes pass on hints over a Redis server. */
  readonly redis: boolean;
};

const nodeCount = 3;
const lifeMs = () => 2000 + Math.random() * 4000;

/**
 * Writers, readers and followers on three nodes. Nobody is told a value older than one that anybody was told of before asking, nor
 * a row that is not theirs to see; who follows has every acknowledged change once, in order.
 */
export async function runKept({ serverUrl, seconds, kill, redis }: KeptPlan): Promise<KeptReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-kept-'));
  const database = await createPostgresDatabase(serverUrl);
  const between = redis ? await startRedis() : null;
  const env = {
    DATABASE_URL: database.url,
    DATABASE_CONNECTIONS: '8',
    DATA_DIR: dataDir,
    SECRET_KEY: 'k'.repeat(32),
    LOG_LEVEL: 'fatal',
    ...(between && { REDIS_URL: between.url }),
  };
  const report = emptyReport();
  const nodes: Product[] = [];
  try {
    while (nodes.length < nodeCount) nodes.push(await startProduct(env));
    const { leads, readers, followers, writer } = await furnish(nodes[0]!);
    const until = performance.now() + seconds * 1000;
    const world: World = {
      nodes,
      report,
      until,
      told: new Map(),
      acknowledged: new Map(),
      seen: new Map(),
      leads,
    };
    await Promise.all([
      ...leads.map((lead) => write(world, writer, lead, readers)),
      ...readers.flatMap((reader) => [read(world, reader, readers), read(world, reader, readers)]),
      ...followers.map((follower) => followLeads(world, follower)),
      kill ? killNowAndThen(world, env) : undefined,
    ]);
    return report;
  } finally {
    await Promise.all(nodes.map((node) => node.stop('SIGKILL')));
    await between?.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function killNowAndThen(world: World, env: Readonly<Record<string, string>>): Promise<void> {
  const { nodes, report } = world;
  while (!isOver(world)) {
    await pauseFor(lifeMs());
    if (isOver(world)) return;
    const [node] = nodes.splice(Math.floor(Math.random() * nodes.length), 1);
    await node?.stop('SIGKILL');
    report.kills += 1;
    nodes.push(await startProduct(env));
  }
}
