import { Socket } from 'node:net';
import pg from 'pg';
import { limits } from '../../limits.ts';
import { DatabaseOpenError, type DatabaseLog, type DatabasePools } from './database.ts';
import { refuseTransactionPooler } from './refuse-pooler.ts';
import { prepareSession, type SessionWork } from './session-settings.ts';

export type PostgresPools = DatabasePools & { end(): Promise<void> };

/** One claims deliveries while the other records some. */
const deliveryConnections = 2;

export type PostgresOptions = {
  readonly databaseUrl: string;
  /** In all, of which two are for webhooks alone. */
  readonly connections: number;
  readonly log: DatabaseLog;
  /** After which a connection that says nothing is given up. */
  readonly silenceMs?: number;
};

/** Opens the pools on a PostgreSQL server, after making sure that it answers and can be worked with. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresPools> {
  const { databaseUrl, connections, log, silenceMs = limits.databaseSilenceMs } = options;
  await tryConnection(databaseUrl);
  const openPool = (max: number) => {
    const pool = new pg.Pool({
      ...sessionOptions(databaseUrl, 'serving'),
      max,
      pipeline: true,
      connectionTimeoutMillis: limits.databaseQueueMs,
      // Below the silence after which a connection is given up, so that one nobody uses ends in peace.
      idleTimeoutMillis: silenceMs * 0.6,
      stream: () => createDeadlineSocket(silenceMs),
    });
    pool.on('error', (error) => log.warn({ error: error.message }, 'An idle connection to PostgreSQL was lost.'));
    return pool;
  };
  const [pool, deliveryPool] = [openPool(connections - deliveryConnections), openPool(deliveryConnections)];
  return { pool, deliveryPool, end: async () => void (await Promise.all([pool.end(), deliveryPool.end()])) };
}

/** One connection wide, as a lock is held on it, and without a deadline. */
export const openMigrationPool = (databaseUrl: string): pg.Pool =>
  new pg.Pool({
    ...sessionOptions(databaseUrl, 'migrating'),
    max: 1,
    connectionTimeoutMillis: limits.databaseConnectMs,
  });

const sessionOptions = (connectionString: string, work: SessionWork) => ({
  connectionString,
  application_name: 'tributary',
  keepAlive: true,
  onConnect: (client: pg.ClientBase): unknown => prepareSession(client, work),
});

/**
 * A server ends its statements by itself; where nothing comes in longer than that, what lies between is broken without saying
 * so. Then the connection ends, and with it whatever waits for an answer on it, the ORM's transactions too.
 */
function createDeadlineSocket(silenceMs: number): Socket {
  const socket = new Socket();
  const silent = Object.assign(new Error('PostgreSQL was silent for too long.'), { code: 'ETIMEDOUT' });
  return socket.setTimeout(silenceMs, () => socket.destroy(silent));
}
async function tryConnection(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: parseUrl(databaseUrl),
    connectionTimeoutMillis: limits.databaseConnectMs,
  });
  // It ends while a question is under way, too: the error belongs to who asked.
  client.on('error', () => {});
  const { host, port, database, user } = client;
  try {
    await client.connect();
    await refuseTransactionPooler(databaseUrl, client);
  } catch (cause) {
    if (cause instanceof DatabaseOpenError) throw cause;
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
  '57P03': 'the server is still starting up.',
};

const moreConnections =
  'Raise max_connections of the server, or CONNECTION LIMIT of that database or user (alter database … connection limit -1), ' +
  'or lower DATABASE_CONNECTIONS of the nodes that have them.';

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '53300') return `it has no connection left: ${error.message}. ${moreConnections}`;
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0].message : '';
  return reasons[code] ?? `it failed: ${error.message || first}`;
}
