import type pg from 'pg';
import { limits } from '../../limits.ts';
import { createPulses } from '../../pulses.ts';
import type { DatabaseLog } from '../open/database.ts';
import type { DiskSpace } from './disk-space.ts';
import type { EmbeddedServer } from './start.ts';

const everyMs = 30_000;
// A checkpoint takes 0.1 s for each 200 MB that were written, and lets the log before it be reused.
const checkpointAfterBytes = 64 * 1024 * 1024;
// Where the disk is almost full, what goes on being recorded must do with the files that the log has.
const whileShortOfSpace = 8 * 1024 * 1024;

// What autovacuum does with its default settings, one table at a time: the neediest.
const findTable = `
  select format('%I.%I', schemaname, s.relname) as name,
    n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) as dead
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)
  order by greatest(n_dead_tup, n_mod_since_analyze) desc limit 1`;

// The counters are only brought up to date once a second, unless asked.
const findLogSize = `
  select pg_stat_force_next_flush(), pg_current_wal_insert_lsn() - redo_lsn as bytes from pg_control_checkpoint()`;

/**
 * Does by hand what the background processes of a PostgreSQL server do, which PGlite has none of: without it the log of changes
 * grows without end, dead rows are never removed and the planner knows nothing of the tables. At most one thing per turn, as
 * everyone else waits for the one connection meanwhile. A vacuum writes too, so it waits for room.
 */
export async function keepUp(
  pool: pg.Pool,
  isShortOfSpace = false,
): Promise<'checkpoint' | 'vacuum' | 'analyze' | null> {
  const log = await pool.query<{ bytes: string }>(findLogSize);
  if (Number(log.rows[0]?.bytes) > (isShortOfSpace ? whileShortOfSpace : checkpointAfterBytes)) {
    await pool.query('checkpoint');
    return 'checkpoint';
  }
  if (isShortOfSpace) return null;
  const [table] = (await pool.query<{ name: string; dead: boolean }>(findTable)).rows;
  if (!table) return null;
  await pool.query(table.dead ? `vacuum (analyze) ${table.name}` : `analyze ${table.name}`);
  return table.dead ? 'vacuum' : 'analyze';
}

export type UpkeepOptions = {
  readonly server: Pick<EmbeddedServer, 'pool' | 'during'>;
  readonly space: Pick<DiskSpace, 'isShort'>;
  readonly log: DatabaseLog;
};

/** Keeps up at intervals until it is told to stop, which waits for a turn under way. */
export function startUpkeep({ server, space, log }: UpkeepOptions): () => Promise<void> {
  const pulse = createPulses(log).watch({
    name: 'keep the embedded database up',
    failing: 'The upkeep of the embedded database fails; each turn tries again.',
    recovered: 'The upkeep of the embedded database succeeds again.',
    lateAfterMs: null,
  });
  let turn: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn
      .then(() => server.during(limits.embeddedUpkeepMs, () => keepUp(server.pool, space.isShort())))
      .then(pulse.succeeded, pulse.failed);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}
