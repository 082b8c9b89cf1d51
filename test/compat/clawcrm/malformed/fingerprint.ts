import { z } from 'zod';
import type { Database } from '../../../../src/db/open/database.ts';

/** What a refused request changes too: that its key was used, and under which older names. */
const usage = ['api_key_usage', 'alias_usage'];

/** Jobs of no organisation are done again and again, whatever is asked. */
const ownRows: Readonly<Record<string, string>> = { jobs: `where org_id <> ''` };

const named = z.array(z.object({ name: z.string() }));
const kept = z.array(z.object({ name: z.string(), rows: z.string() }));

/** Of every table, how many rows it has and a digest of all that stands in them, revisions included. */
export async function fingerprint({ pool }: Database): Promise<Record<string, string>> {
  const tables = await pool.query('select tablename as name from pg_tables where schemaname = current_schema()');
  const selects = named
    .parse(tables.rows)
    .filter(({ name }) => !usage.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from "${name}" t ${ownRows[name] ?? ''}`,
    );
  const { rows } = await pool.query(selects.join(' union all '));
  return Object.fromEntries(kept.parse(rows).map(({ name, rows: told }) => [name, told]));
}
