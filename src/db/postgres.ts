import pg from 'pg';
import { limits } from '../limits.ts';
import { DatabaseOpenError, type DatabaseLog, type DatabasePools } from './database.ts';

const queueTimeoutMs = 30_000;

/** Everything in the product is UTC, and every transaction is READ COMMITTED; a server may be set otherwise. */
const onConnect = (client: pg.ClientBase): unknown =>
  client.query(`set time zone 'UTC'; set default_transaction_isolation to 'read committed'`);

export type PostgresPools = DatabasePools & { end(): Promise<void> };

/** One claims deliveries while the other records some. */
const deliveryConnections = 2;

/** Opens the pools on a PostgreSQL server, after making sure that it answers. */
export async function openPostgres(
  databaseUrl: string,
  maxConnections: number,
  log: DatabaseLog,
): Promise<PostgresPools> {
  await tryConnection(databaseUrl);
  const openPool = (max: number) => {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max,
      connectionTimeoutMillis: queueTimeoutMs,
      idleTimeoutMillis: 30_000,
      application_name: 'tributary',
      onConnect,
    });
    pool.on('error', (error) => log.warn({ error: error.message }, 'An idle connection to PostgreSQL was lost.'));
    return pool;
  };
  const [pool, deliveryPool] = [openPool(maxConnections), openPool(deliveryConnections)];
  return { pool, deliveryPool, end: async () => void (await Promise.all([pool.end(), deliveryPool.end()])) };
}

async function tryConnection(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: parseUrl(databaseUrl),
    connectionTimeoutMillis: limits.databaseConnectMs,
  });
  const { host, port, database, user } = client;
  try {
    await client.connect();
    await client.query('select 1');
  } catch (cause) {
    const what = `DATABASE_URL leads to database "${database}" on ${host}:${port} as user "${user}"`;
    throw new DatabaseOpenError(`${what}, but ${describe(cause)}`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

function parseUrl(databaseUrl: string): string {
  if (/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl.replace('@/', '@localhost/')))
    return databaseUrl;
  throw new DatabaseOpenError('DATABASE_URL must look like postgresql://user:password@host:5432/database.');
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Is PostgreSQL running, and is the port right?',
  ENOTFOUND: 'there is no host of that name.',
  EAI_AGAIN: 'the name of the host could not be looked up.',
  ENOENT: 'there is no such socket. Is PostgreSQL running?',
  '28P01': 'the password was refused.',
  '28000': 'the server refused the user.',
  '3D000': 'there is no database of that name. Create it: createdb.',
  '53300': 'all connections of the server are taken.',
  '57P03': 'the server is still starting up.',
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0].message : '';
  return reasons[code] ?? `it failed: ${error.message || first}`;
}
