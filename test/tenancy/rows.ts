import type { Database } from '../../src/db/open/database.ts';

type Column = { table: string; column: string };

/** The tables that hold tenants' rows, with their columns: read from the database, so that a new table is among them. */
async function tenantTables({ pool }: Database): Promise<Map<string, Set<string>>> {
  const { rows } = await pool.query<Column>(
    `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'`,
  );
  const tables = Map.groupBy(rows, ({ table }) => table);
  return new Map(
    [...tables]
      .map(([table, columns]) => [table, new Set(columns.map(({ column }) => column))] as const)
      .filter(([, columns]) => columns.has('org_id')),
  );
}

/** The ids of every row of a tenant, whatever its table: what another one must never read. */
export async function rowIdsOf(database: Database, orgId: string): Promise<string[]> {
  const found: string[] = [orgId];
  for (const [table, columns] of await tenantTables(database)) {
    if (!columns.has('id')) continue;
    const { rows } = await database.pool.query<{ id: string }>(`select id from ${table} where org_id = $1`, [orgId]);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/**
 * The ids of a tenant's rows that lie outside one business. Keys are left out: who wrote a message or holds a conversation
 * is shown to everybody who sees it.
 */
export async function rowIdsOutside(database: Database, orgId: string, businessId: string): Promise<string[]> {
  const found: string[] = [];
  for (const [table, columns] of await tenantTables(database)) {
    const lock = table === 'businesses' ? 'id' : 'business_id';
    if (!columns.has('id') || !columns.has(lock) || table === 'api_keys') continue;
    const sql = `select id from ${table} where org_id = $1 and ${lock} is distinct from $2`;
    const { rows } = await database.pool.query<{ id: string }>(sql, [orgId, businessId]);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** How many rows a tenant has in each table. */
export async function rowCountsOf(database: Database, orgId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of (await tenantTables(database)).keys()) {
    const sql = `select count(*)::int as count from ${table} where org_id = $1`;
    counts.set(table, (await database.pool.query<{ count: number }>(sql, [orgId])).rows[0]?.count ?? 0);
  }
  return counts;
}

/** Everything a tenant has, but for when its keys and its visitors' tokens were last used: equal before and after means nothing was written. */
export async function everyRowOf(database: Database, orgId: string): Promise<Record<string, string[]>> {
  const sql = 'select to_jsonb(o)::text as row from organisations o where id = $1';
  const read = async (text: string) =>
    (await database.pool.query<{ row: string }>(text, [orgId])).rows.map(({ row }) => row);
  const rows: Record<string, string[]> = { organisations: await read(sql) };
  for (const table of (await tenantTables(database)).keys()) {
    if (['api_key_usage', 'alias_usage', 'visitor_token_uses'].includes(table)) continue;
    rows[table] = await read(`select to_jsonb(t)::text as row from ${table} t where org_id = $1 order by 1`);
  }
  return rows;
}

/** Which of these ids a text holds. */
export const idsIn = (text: string, ids: readonly string[]): string[] => ids.filter((id) => text.includes(id));
