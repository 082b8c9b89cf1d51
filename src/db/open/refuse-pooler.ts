import pg from 'pg';
import { limits } from '../../limits.ts';
import { DatabaseOpenError } from './database.ts';

const backendOf = async (client: pg.Client): Promise<number | undefined> =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;

/**
 * Settings, locks and prepared statements of ours live in a session, which a pooler in transaction mode deals out anew for each
 * transaction. Two connections that meet on one backend, or one that changes its own, betray it.
 * @throws DatabaseOpenError naming it
 */
export async function refuseTransactionPooler(connectionString: string, first: pg.Client): Promise<void> {
  const backend = await backendOf(first);
  // A server tells a client its own backend; a pooler makes the number up, and need not be asked further otherwise.
  if (backend === Reflect.get(first, 'processID')) return;
  const second = new pg.Client({ connectionString, connectionTimeoutMillis: limits.databaseConnectMs });
  await second.connect();
  try {
    await second.query('begin');
    const other = await backendOf(second);
    if (other !== backend && (await backendOf(first)) === backend) return;
  } finally {
    await second.end();
  }
  throw new DatabaseOpenError(
    'DATABASE_URL leads to a connection pooler in transaction mode, such as PgBouncer with pool_mode = transaction. ' +
      'Tributary needs sessions of its own: give the address of the server itself, or of a pooler with pool_mode = session. ' +
      'DATABASE_CONNECTIONS says how many it opens.',
  );
}
