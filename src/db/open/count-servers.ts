import pg from 'pg';
import { limits } from '../../limits.ts';

/** Connections that servers have to this PostgreSQL database, as far as its user may see them. Asked past our own pools. */
export async function countServerConnections(databaseUrl: string): Promise<number> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'tributary-command',
    connectionTimeoutMillis: limits.databaseConnectMs,
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'tributary'`,
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
