import type pg from 'pg';

/** What refers to each other both ways, let go of first. */
const untied = ['update conversations set lead_id = null', 'update api_keys set opened_by_id = null'];

const tablesSql = `select table_name as "table" from information_schema.columns
  where table_schema = current_schema() and column_name = 'org_id' order by 1`;

/** Which table's rows refer to which other's, but for what was let go of. */
const referencesSql = `select distinct f.relname as "from", t.relname as "to"
  from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
 where c.contype = 'f' and f.relnamespace = current_schema()::regnamespace
   and f.oid <> t.oid and (f.relname, t.relname) <> ('conversations', 'leads')`;

/** Of a table in one statement: each stays far below the time that a statement may take. */
const batchSize = 5000;

export type Erased = { readonly leads: number; readonly conversations: number; readonly rows: number };

/**
 * Takes a demo workspace away with every row of it, or nothing where something fails. No other workspace can be meant. It goes past
 * `write()`: there is nobody left to be told, and no server runs.
 */
export async function eraseDemo(pool: pg.Pool, orgId: string): Promise<Erased> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const counts = await eraseAll(client, orgId);
    await client.query('commit');
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { leads: counts.get('leads') ?? 0, conversations: counts.get('conversations') ?? 0, rows };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function eraseAll(client: pg.PoolClient, orgId: string): Promise<Map<string, number>> {
  const demo = await client.query('select from organisations where id = $1 and is_demo for update', [orgId]);
  if (demo.rowCount !== 1) throw new Error('That workspace is no demo.');
  for (const statement of untied) await client.query(`${statement} where org_id = $1`, [orgId]);
  const counts = new Map<string, number>();
  for (const table of await tablesInOrder(client)) counts.set(table, await eraseTable(client, table, orgId));
  await client.query('delete from organisations where id = $1 and is_demo', [orgId]);
  return counts;
}

/** Every table of tenants' rows, each behind those that refer to it: read from the database, so that none is forgotten. */
async function tablesInOrder(client: pg.PoolClient): Promise<string[]> {
  const { rows: tables } = await client.query<{ table: string }>(tablesSql);
  const { rows: references } = await client.query<{ from: string; to: string }>(referencesSql);
  const left = new Set(tables.map(({ table }) => table));
  const order: string[] = [];
  const isFree = (table: string) => !references.some(({ from, to }) => to === table && left.has(from));
  while (left.size > 0) {
    const next = [...left].find(isFree);
    if (next === undefined) throw new Error(`These tables refer to each other: ${[...left].join(', ')}.`);
    left.delete(next);
    order.push(next);
  }
  return order;
}

async function eraseTable(client: pg.PoolClient, table: string, orgId: string): Promise<number> {
  const sql = `delete from ${table} where ctid = any(array(select ctid from ${table} where org_id = $1 limit ${batchSize}))`;
  let count = 0;
  for (let erased = batchSize; erased === batchSize; count += erased) {
    erased = (await client.query(sql, [orgId])).rowCount ?? 0;
  }
  return count;
}
