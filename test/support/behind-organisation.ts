import type pg from 'pg';
import { expect, vi } from 'vitest';
import { patiently } from './patiently.ts';

const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/**
 * Begins writes of an organisation while its row is held by somebody else, and lets go of it once so many statements wait: none
 * of them has committed until all have read what they go by. On PostgreSQL alone, where there is more than one connection.
 */
export async function behindOrganisation<Answer>(
  pool: pg.Pool,
  orgId: string,
  count: number,
  begin: () => Promise<Answer>,
): Promise<Answer> {
  const holder = await pool.connect();
  await holder.query('begin');
  try {
    await holder.query('select 1 from organisations where id = $1 for update', [orgId]);
    const answers = begin();
    // Not by the holder: a transaction sees one and the same activity.
    await vi.waitFor(async () => expect((await pool.query(waiting)).rowCount).toBeGreaterThanOrEqual(count), patiently);
    await holder.query('commit');
    return await answers;
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}
