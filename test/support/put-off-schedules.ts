import { setTimeout as pauseFor } from 'node:timers/promises';
import type pg from 'pg';
import { patiently } from './patiently.ts';

/**
 * Lets nothing that is done again and again fall due any more, however far a test's clock goes, once what is under way has ended.
 * Benchmarks call it too, where Vitest's own waiting does not run.
 */
export async function putOffSchedules(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  const until = performance.now() + patiently.timeout;
  for (;;) {
    await pool.query(`update jobs set run_at = '2100-01-01' where org_id = '' and state = 'WAITING'`);
    const { rows } = await pool.query<{ kind: string }>(
      `select kind from jobs where org_id = '' and state = 'RUNNING'`,
    );
    if (rows.length === 0) return;
    if (performance.now() > until) throw new Error(`Still running: ${rows.map(({ kind }) => kind).join(', ')}.`);
    await pauseFor(patiently.interval);
  }
}
