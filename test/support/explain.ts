import pg from 'pg';
import type { Database } from '../../src/db/open/database.ts';

/**
 * How the selects from a table that are sent while `work` runs are planned, for no values in particular.
 * @param table as the ORM quotes it, or what a statement of our own says
 */
export async function plansOf(
  { pool }: Pick<Database, 'pool'>,
  table: string | RegExp,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent = new Map<string, readonly unknown[]>();
  const listen = (client: pg.PoolClient) => {
    const send: (...args: unknown[]) => unknown = client.query.bind(client);
    Object.assign(client, {
      query(...args: unknown[]) {
        const { text, values } = Object(args[0]) as { text?: string; values?: unknown[] };
        if (text !== undefined && (typeof table === 'string' ? text.includes(`"${table}"`) : table.test(text)))
          sent.set(text, values ?? []);
        return send(...args);
      },
    });
  };
  pool.on('acquire', listen);
  await work();
  pool.off('acquire', listen);

  const client = await pool.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    const plans: string[] = [];
    for (const [text, values] of sent) plans.push(await planOf(client, text, values));
    return plans;
  } finally {
    await client.query('reset plan_cache_mode');
    client.release();
  }
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((part) => JSON.stringify(String(part))).join(',')}}`;
  return value instanceof Date ? value.toISOString() : String(value);
}

async function planOf(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<string> {
  const literals = values.map((value) => (value === null ? 'null' : pg.escapeLiteral(toText(value))));
  await client.query(`prepare explained as ${text}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute explained(${literals.join(', ')})`);
  await client.query('deallocate explained');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
