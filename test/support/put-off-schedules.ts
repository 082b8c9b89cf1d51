import type pg from 'pg';
import { expect, vi } from 'vitest';
import { patiently } from './patiently.ts';

/** Lets nothing that is done again and again fall due any more, however far a test's clock goes, once what is under way has ended. */
export async function putOffSchedules(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  await vi.waitFor(async () => {
    await pool.query(`update jobs set run_at = '2100-01-01' where org_id = '' and state = 'WAITING'`);
    const { rows } = await pool.query(`select kind from jobs where org_id = '' and state = 'RUNNING'`);
    expect(rows).toEqual([]);
  }, patiently);
}
