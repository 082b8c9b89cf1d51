import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { type Product, startProduct } from '../test/failure/product.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import { startLoadGenerator } from './load.ts';
import { residentMb } from './resident.ts';

const settleMs = 15_000;
const reads = 100_000;
const atMostMs = 90_000;
const query = `query ($first: Int!) { leads(first: $first) { pageInfo { hasNextPage endCursor } nodes { id name email status score createdAt stage { key } } } }`;

/** Prints what a node holds of the system's memory, as `npm start` starts it: idle, and after 100,000 reads of lists. */
export async function benchMemory(databaseUrl: string | null): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-memory-'));
  const own = databaseUrl === null ? null : await createPostgresDatabase(databaseUrl);
  try {
    console.log(`\nMemory that is resident, ${settleMs / 1000} s after the start, which made the database:`);
    await onEngine('embedded', { DATA_DIR: join(folder, 'embedded') });
    if (!own) return;
    const env = {
      DATA_DIR: join(folder, 'postgres'),
      DATABASE_URL: own.url,
      SECRET_KEY: 'a secret key of a benchmark, no other',
    };
    await onEngine('PostgreSQL', env);
    await onEngine('PostgreSQL, started again', env);
  } finally {
    await own?.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onEngine(engine: string, env: Readonly<Record<string, string>>): Promise<void> {
  const product = await startProduct(env, await flagsOfStart());
  try {
    await after(settleMs);
    const idle = await residentMb(product.pid);
    const read = product.operatorKey === undefined ? null : await readLists(product, product.operatorKey);
    const then = read === null ? '' : `, after ${read.toLocaleString('en')} reads ${await residentMb(product.pid)} MB`;
    console.log(`${engine}: ${idle} MB${then}.`);
  } finally {
    await product.stop('SIGTERM');
  }
}

/** Half of them of one list that is kept, half each of another length. */
async function readLists({ url, operatorKey }: Product, key: string | undefined = operatorKey): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const ask = (text: string, variables: object) => JSON.stringify({ query: text, variables });
  const createLead = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  for (let n = 0; n < 100; n += 1) {
    const body = ask(createLead, { input: { name: `Ada Lovelace ${n}`, email: `ada.${n}@example.com` } });
    await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).arrayBuffer();
  }
  const load = startLoadGenerator();
  const request = (first: number) => ({
    origin: url,
    path: '/graphql',
    method: 'POST' as const,
    headers,
    body: ask(query, { first }),
    status: 200,
  });
  try {
    const requests = Array.from({ length: 8 }, (_, n) => request(n % 2 === 0 ? 50 : 50 + n));
    const { durationsMs } = await load.run({ requests, clients: 8, forMs: atMostMs, atMost: reads });
    return durationsMs.length;
  } finally {
    await load.stop();
  }
}

/** What `npm start` tells Node. */
async function flagsOfStart(): Promise<string[]> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(text));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
