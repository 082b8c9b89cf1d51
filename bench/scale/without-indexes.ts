import type pg from 'pg';

type Part = { readonly name: string; readonly definition: string };

const indexesSql = `select indexname as name, indexdef as definition from pg_indexes i
  where tablename = $1 and not exists (select from pg_constraint where conname = i.indexname)`;
const keysSql = `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
  where conrelid = $1::regclass and contype = 'f'`;

/**
 * Fills a table, and makes its foreign keys and indexes afterwards: a million rows would be held against them one by one. Tells of
 * each index what it took.
 */
export async function withoutIndexes(client: pg.Client, table: string, fill: () => Promise<unknown>): Promise<void> {
  await client.query(`set maintenance_work_mem = '512MB'`);
  const { rows: keys } = await client.query<Part>(keysSql, [table]);
  const { rows: indexes } = await client.query<Part>(indexesSql, [table]);
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
  await client.query(`vacuum analyze ${table}`);
}
