import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { createPostgresDatabase } from '../support/postgres-database.ts';
import { type Product, startProduct } from './product.ts';

export type KeptPlan = { readonly serverUrl: string; readonly seconds: number; readonly kill: boolean };

export type KeptReport = {
  reads: number;
  writes: number;
  kills: number;
  /** Reads that were told what the reader had been told before. */
  repeated: number;
  /** Reads that a killed node did not answer, or that were over Quincer's documented limit. */
  unanswered: number;
  /** Answers with a value that is older than one somebody had been told of before it was asked. */
  readonly stale: string[];
  /** Answers with a row that the key cannot see, or without one that it can. */
  readonly foreign: string[];
  /** Reads refused to who may read, or answered to who may not. */
  readonly wrong: string[];
};

type Lead = { readonly id: string; readonly own: boolean };
type Reader = {
  readonly name: string;
  readonly key: string;
  readonly path: string;
  readonly query?: string;
  /** What of the leads it is shown; null where it is refused. */
  readonly sees: ((lead: Lead) => boolean) | null;
};

const bare = (id: string) => id.slice(id.indexOf('_') + 1);
const jitter = (most: number) => pauseFor(Math.random() * most);

/** Every object with an id and a value, wherever it stands: each surface calls the value something else. */
function valuesIn(body: unknown, found = new Map<string, number>()): Map<string, number> {
  if (typeof body !== 'object' || body === null) return found;
  const id: unknown = Reflect.get(body, 'id');
  for (const part of Object.values(body)) {
    const value = typeof part === 'string' ? /^v(\d+)$/.exec(part)?.[1] : undefined;
    if (typeof id === 'string' && value !== undefined) found.set(bare(id), Number(value));
    else valuesIn(part, found);
  }
  return found;
}

/** Writers and readers on two nodes: nobody is told a value older than one that anybody was told of before asking. */
export async function runKept({ serverUrl, seconds, kill }: KeptPlan): Promise<KeptReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-kept-'));
  const database = await createPostgresDatabase(serverUrl);
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET_KEY: 'k'.repeat(32), LOG_LEVEL: 'fatal' };
  const report: KeptReport = {
    reads: 0,
    writes: 0,
    kills: 0,
    repeated: 0,
    unanswered: 0,
    stale: [],
    foreign: [],
    wrong: [],
  };
  const nodes: Product[] = [];
  try {
    nodes.push(await startProduct(env));
    nodes.push(await startProduct(env));
    const { leads, readers, writer } = await furnish(nodes[0]!);
    const until = performance.now() + seconds * 1000;
    const world = { nodes, report, until, told: new Map<string, number>(), leads };
    await Promise.all([
      ...leads.map((lead) => write(world, writer, lead, readers)),
      ...readers.flatMap((reader) => [read(world, reader), read(world, reader)]),
      kill ? killNow(world, env) : undefined,
    ]);
    return report;
  } finally {
    await Promise.all(nodes.map((node) => node.stop('SIGKILL')));
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type World = {
  readonly nodes: Product[];
  readonly report: KeptReport;
  readonly until: number;
  /** The highest value of each lead that anybody was told of. */
  readonly told: Map<string, number>;
  readonly leads: readonly Lead[];
};

const anyNode = ({ nodes }: World) => nodes[Math.floor(Math.random() * nodes.length)]!;
const isOver = ({ until }: World) => performance.now() > until;

type Writer = Readonly<Record<'graphql' | 'quincer' | 'clawcrm', string>>;

/** One writer for each lead, so that its values are in order; a write that was not answered may have been made or not. */
async function write(world: World, keys: Writer, { id }: Lead, readers: readonly Reader[]): Promise<void> {
  for (let value = 1; !isOver(world); value += 1) {
    const { url } = anyNode(world);
    const text = `v${value}`;
    const graph = () => ({
      path: '/graphql',
      key: keys.graphql,
      method: 'POST',
      body: {
        query:
          'mutation ($id: ID!, $t: String!) { updateLead(id: $id, input: { company: $t, remark: $t }) { lead { id } } }',
        variables: { id: `ld_${id}`, t: text },
      },
    });
    const clawcrm = () => ({
      path: '/api/openclaw/leads',
      key: keys.clawcrm,
      method: 'PATCH',
      body: { id: `rp_${id}`, organizationName: text },
    });
    const { path, key, method, body } = Math.random() < 0.7 ? graph() : clawcrm();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) }).catch(() => null);
    const made = answer?.ok ? !(await answer.text()).includes('"errors"') : false;
    // AI93 shows what only the graph writes.
    if (made) world.told.set(id, value);
    if (made && path === '/graphql') world.told.set(`remark ${id}`, value);
    world.report.writes += made ? 1 : 0;
    // Where an answer that is out of date would be told, it is told now.
    if (made) await Promise.all(readers.map((reader) => readOnce(world, reader)));
    await jitter(Math.random() < 0.1 ? 400 : 30);
  }
}

async function read(world: World, reader: Reader): Promise<void> {
  let before: string | null = '';
  while (!isOver(world)) {
    const text = await readOnce(world, reader);
    if (text !== null && text === before) world.report.repeated += 1;
    before = text;
    await jitter(10);
  }
}

/** Asks either node, and holds the answer against all that anybody was told of before; null where there was none. */
async function readOnce(world: World, { name, key, path, query, sees }: Reader): Promise<string | null> {
  const { report, told, leads } = world;
  const floorOf = (id: string) => (name === 'AI93 list' ? `remark ${id}` : id);
  const visible = leads.filter((lead) => sees?.(lead)).map(({ id }) => id);
  const floors = new Map(visible.map((id) => [id, told.get(floorOf(id)) ?? 0]));
  const answer = await fetch(anyNode(world).url + path, {
    method: query ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, ...(query && { 'content-type': 'application/json' }) },
    ...(query && { body: JSON.stringify({ query }) }),
  }).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (answer === null || text == null || answer.status === 429 || answer.status >= 500) {
    report.unanswered += 1;
    return null;
  }
  report.reads += 1;
  const refused = !answer.ok || text.includes('"errors"');
  if (refused !== (sees === null)) report.wrong.push(`${name}: ${answer.status} ${text.slice(0, 200)}`);
  const values = refused ? new Map<string, number>() : valuesIn(JSON.parse(text));
  for (const [id, value] of values) {
    const floor = floors.get(id);
    if (floor === undefined) report.foreign.push(`${name} was shown ${id}`);
    else if (value < floor) report.stale.push(`${name}: ${id} is ${value}, ${floor} was told`);
    if (value > (told.get(floorOf(id)) ?? 0)) told.set(floorOf(id), value);
  }
  if (!refused && values.size !== visible.length) report.foreign.push(`${name} was shown ${values.size} leads`);
  return text;
}

async function killNow(world: World, env: Readonly<Record<string, string>>): Promise<void> {
  while (!isOver(world)) {
    await pauseFor(4000);
    if (isOver(world)) return;
    const last = world.nodes.pop();
    await last?.stop('SIGKILL');
    world.report.kills += 1;
    world.nodes.push(await startProduct(env));
  }
}

type Made = { createApiKey: { secret: string } };
const makeKey = async (graph: GraphClient, input: object): Promise<string> =>
  (
    await graph.ask<Made>('mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }', {
      input: { name: 'Checker', ...input },
    })
  ).createApiKey.secret;

async function makeLead(graph: GraphClient, own: boolean, businessId: string | null): Promise<Lead> {
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($b: ID) { createLead(input: { name: "Ada", company: "v0", remark: "v0", businessId: $b }) { lead { id } } }',
    { b: businessId },
  );
  return { id: bare(createLead.lead.id), own };
}

const list = '{ leads { nodes { id company } } }';

/** Leads of a business and of none, and keys that see all of them, the business' alone, none at all. */
async function furnish({ url, operatorKey = '' }: Product) {
  const graph = createGraphClient(url, operatorKey);
  const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const businessId = createBusiness.business.id;
  const leads: Lead[] = [];
  for (let n = 0; n < 6; n += 1) leads.push(await makeLead(graph, n % 2 === 0, n % 2 === 0 ? businessId : null));
  const [quincer, ai93, clawcrm] = [
    await makeKey(graph, { dialect: 'QUINCER' }),
    await makeKey(graph, { dialect: 'AI93' }),
    await makeKey(graph, { dialect: 'CLAWCRM' }),
  ];
  const locked = await makeKey(graph, { dialect: 'GRAPHQL', scopes: ['leads:read'], businessId });
  const lockedQuincer = await makeKey(graph, { dialect: 'QUINCER', businessId });
  const blind = await makeKey(graph, { dialect: 'GRAPHQL', scopes: ['tasks:read'] });
  const signUp = await fetch(`${url}/api/openclaw/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'other@example.com', workspace_name: 'Other' }),
  });
  const other = /rcm_live_\w{43}/.exec(await signUp.text())?.[0] ?? '';
  const all = () => true;
  const own = (lead: Lead) => lead.own;
  const first = leads[0]!;
  const isFirst = (lead: Lead) => lead === first;
  const readers: Reader[] = [
    { name: 'GraphQL list', key: operatorKey, path: '/graphql', query: list, sees: all },
    {
      name: 'GraphQL lead',
      key: operatorKey,
      path: '/graphql',
      query: `{ lead(id: "ld_${first.id}") { id company } }`,
      sees: isFirst,
    },
    { name: 'GraphQL by GET', key: operatorKey, path: `/graphql?query=${encodeURIComponent(list)}`, sees: all },
    { name: 'GraphQL of a business', key: locked, path: '/graphql', query: list, sees: own },
    { name: 'GraphQL without the scope', key: blind, path: '/graphql', query: list, sees: null },
    { name: 'Quincer list', key: quincer, path: '/api/v1/leads', sees: all },
    { name: 'Quincer lead', key: quincer, path: `/api/v1/leads/${first.id}`, sees: isFirst },
    { name: 'Quincer of a business', key: lockedQuincer, path: '/api/v1/leads', sees: own },
    { name: 'AI93 list', key: ai93, path: '/api/v1/leads', sees: all },
    { name: 'ClawCRM list', key: clawcrm, path: '/api/openclaw/leads', sees: all },
    { name: 'ClawCRM of another workspace', key: other, path: '/api/openclaw/leads', sees: () => false },
  ];
  return { leads, readers, writer: { graphql: operatorKey, quincer, clawcrm } };
}
