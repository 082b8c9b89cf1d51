import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Product, startProduct } from '../../test/failure/product.ts';
import { createGraphClient, type GraphClient } from '../../test/support/graph-client.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';

const leads = 50;

/** The server itself tells of a commit, so that neither node's answer has a part in when it was. */
const tellCommits = `create function tell_commit() returns trigger language plpgsql as
  $$ begin perform pg_notify('committed', new.id); return null; end $$;
  create trigger tell_commit after insert on events for each row execute function tell_commit()`;

export type Pair = {
  readonly nodes: readonly [Product, Product];
  readonly key: string;
  /** Of the first node. */
  readonly graph: GraphClient;
  readonly leadIds: readonly string[];
  /** When this process was told of the commit of an event, by the event's id. */
  readonly committed: ReadonlyMap<string, number>;
  /** How many writes were begun: each sets another score. */
  turn: number;
  stop(): Promise<void>;
};

/** Two nodes on a database of their own, with leads to be changed. */
export async function startPair(databaseUrl: string, redisUrl?: string): Promise<Pair> {
  const own = await createPostgresDatabase(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'tributary-nodes-'));
  const started: Product[] = [];
  const watch = new pg.Client({ connectionString: own.url });
  const stop = async () => {
    await watch.end();
    for (const node of started) await node.stop('SIGKILL');
    await own.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const start = async () => {
    const env = { DATA_DIR: folder, DATABASE_URL: own.url, SECRET_KEY: 'the same secret key on every node' };
    const node = await startProduct({ ...env, LOG_LEVEL: 'fatal', ...(redisUrl && { REDIS_URL: redisUrl }) });
    started.push(node);
    return node;
  };
  try {
    const nodes = [await start(), await start()] as const;
    const key = nodes[0].operatorKey ?? '';
    const graph = createGraphClient(nodes[0].url, key);
    const leadIds = await makeLeads(graph);
    const committed = new Map<string, number>();
    await watch.connect();
    watch.on('notification', ({ payload }) => committed.set(payload ?? '', performance.now()));
    await watch.query(tellCommits);
    await watch.query('listen committed');
    return { nodes, key, graph, leadIds, committed, turn: 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeLeads(graph: GraphClient): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < leads) {
    const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
      `mutation { createLead(input: { name: "Ada ${ids.length}" }) { lead { id } } }`,
    );
    ids.push(createLead.lead.id);
  }
  return ids;
}
