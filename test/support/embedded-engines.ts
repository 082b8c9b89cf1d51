import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { silentLog } from '../../src/db/open/database.ts';
import { copyTemplate } from '../../src/db/embedded/place-folder.ts';
import { startEmbedded } from '../../src/db/embedded/start.ts';
import { openTemplate } from '../../src/db/embedded/template.ts';

type Engine = { readonly options: pg.PoolOptions; readonly shape: string; stop(): Promise<void> };

export type EmbeddedTestDatabase = { readonly pool: pg.Pool; release(): Promise<void> };

/** Everything a test could have changed that emptying the tables leaves behind. */
const shapeOf = `
  select md5(concat_ws('/',
    (select string_agg(format('%s %s %s %s', relname, relkind, relnatts, reloptions), ',' order by relname) from pg_class
      where relnamespace = 'public'::regnamespace),
    (select string_agg(format('%s %s %s', attrelid::regclass, attname, attnotnull), ',' order by attrelid, attnum)
      from pg_attribute where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)),
    (select string_agg(pg_get_constraintdef(oid), ',' order by oid) from pg_constraint
      where connamespace = 'public'::regnamespace),
    (select string_agg(format('%s %s %s', setdatabase, setrole, setconfig), ',') from pg_db_role_setting),
    (select string_agg(proname || md5(prosrc), ',' order by oid) from pg_proc where pronamespace = 'public'::regnamespace),
    (select string_agg(nspname, ',' order by oid) from pg_namespace where nspname !~ '^pg_(toast_)?temp'),
    (select string_agg(migration_name, ',' order by id) from _prisma_migrations)
  )) as shape`;

const emptyTables = `
  do $$
  declare
    one regclass;
    filled text[] := '{}';
    has_rows boolean;
  begin
    for one in select oid from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'
    loop
      execute format('select exists (select from %s)', one) into has_rows;
      if has_rows then filled := filled || one::text; end if;
    end loop;
    if filled <> '{}' then execute format('truncate %s restart identity cascade', array_to_string(filled, ', ')); end if;
  end $$`;

const idle: Engine[] = [];

async function readShape(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ shape: string }>(shapeOf);
  return rows[0]?.shape ?? '';
}

async function startEngine(): Promise<Engine> {
  const parent = mkdtempSync(join(tmpdir(), 'tributary-test-'));
  const remove = () => rmSync(parent, { recursive: true, force: true });
  process.once('exit', remove);
  const template = await openTemplate(silentLog);
  copyTemplate(template.folder, join(parent, 'pg'));
  template.discard();
  const server = await startEmbedded({ folder: join(parent, 'pg'), throwaway: true });
  const { options } = server.pool;
  const pool = new pg.Pool(options);
  const shape = await readShape(pool);
  await pool.end();
  return {
    options,
    shape,
    async stop() {
      await server.stop();
      remove();
      process.off('exit', remove);
    },
  };
}

/** Empties the database; false where that would not make it what it was. */
async function makeNew(engine: Engine): Promise<boolean> {
  const pool = new pg.Pool({ ...engine.options, connectionTimeoutMillis: 5000 });
  try {
    await pool.query(emptyTables);
    return (await readShape(pool)) === engine.shape;
  } catch {
    return false;
  } finally {
    await pool.end();
  }
}

/**
 * An empty, migrated embedded database. A process of tests keeps its engine from file to file and empties it in between:
 * V8's book of code pages, which all threads of a process share, comes out of step now and then where WebAssembly is
 * compiled and thrown away over and over, and then ends the process (nodejs/node#64500).
 */
export async function openEmbeddedTestDatabase(): Promise<EmbeddedTestDatabase> {
  const engine = idle.pop() ?? (await startEngine());
  const pool = new pg.Pool(engine.options);
  pool.on('error', () => {});
  return {
    pool,
    async release() {
      await pool.end();
      if (idle.length === 0 && (await makeNew(engine))) idle.push(engine);
      else await engine.stop();
    },
  };
}
