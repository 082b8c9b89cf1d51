import type pg from 'pg';

type Part = { readonly name: string; readonly definition: string };

const indexesSql = `select indexname as name, indexdef as definition from pg_indexes i
  where tablename = $1 and not exists (select from pg_constraint where conname = i.indexname)`;
const keysSql = `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
  where conrelid = $1::regclass and contype = 'f'`;

const countingSql = `select tgname as name from pg_trigger where tgrelid = $1::regclass and tgdeferrable and not tgisinternal`;

/**
 * Fills a table, and makes its foreign keys and indexes afterwards: a million rows would be held against them one by one. Tells of
 * each index what it took. Its rows are not counted: see countRows.
 */
export async function withoutIndexes(client: pg.Client, table: string, fill: () => Promise<unknown>): Promise<void> {
  await client.query(`set maintenance_work_mem = '512MB'`);
  const { rows: keys } = await client.query<Part>(keysSql, [table]);
  const { rows: indexes } = await client.query<Part>(indexesSql, [table]);
  const counting = await client.query<{ name: string }>(countingSql, [table]);
  for (const { name } of counting.rows) await client.query(`alter table ${table} disable trigger ${name}`);
  for (const { name } of keys) await client.query(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  await fill();
  for (const { name, definition } of indexes) {
    const began = performance.now();
    await client.query(definition);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const sizeSql = 'select pg_size_pretty(pg_relation_size($1::regclass)) as size';
    const size = await client.query<{ size: string }>(sizeSql, [name]);
    console.log(`${name}: ${size.rows[0]?.size}, built in ${seconds} s`);
  }
  for (const { name, definition } of keys)
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`);
  for (const { name } of counting.rows) await client.query(`alter table ${table} enable trigger ${name}`);
  await client.query(`vacuum analyze ${table}`);
}

/** Counts all there is, as the migration does that began to. */
export async function countRows(client: pg.Client, orgId: string): Promise<void> {
  const began = performance.now();
  await client.query(`delete from kept_counts where org_id = $1`, [orgId]);
  await client.query(`update organisations set counted_to = '' where id = $1`, [orgId]);
  let longest = 0;
  for (let left = true; left;) {
    const batchBegan = performance.now();
    const { rows } = await client.query<{ left: boolean }>('select count_next_rows($1) as left', [orgId]);
    left = rows[0]?.left ?? false;
    longest = Math.max(longest, performance.now() - batchBegan);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`counted in ${seconds} s, the organisation locked for at most ${longest.toFixed(0)} ms`);
}
