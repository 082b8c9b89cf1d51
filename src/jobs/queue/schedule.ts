import { ulid } from 'ulid';
import type pg from 'pg';
import { type Clock, sharedNow, sharedNowSql } from '../../clock.ts';

const now = sharedNowSql('$1');

// Under no organisation: nobody's, and one for all nodes. A shorter interval than that of the version before counts at once.
const scheduleSql = `
insert into jobs (org_id, id, kind, key, payload, max_attempts, run_at, created_at)
select '', s.item->>'id', s.item->>'kind', '', '{}'::jsonb, 0, ${now} + (s.item->>'everyMs')::int * interval '1 ms', ${now}
  from jsonb_array_elements($2::jsonb) as s(item)
on conflict (org_id, kind, key) do update
   set run_at = least(jobs.run_at, excluded.run_at) where jobs.state = 'WAITING'`;

export type Scheduled = { readonly kind: string; readonly everyMs: number };

/** Has kinds of jobs done again and again, from the first node that asks for it on. */
export async function scheduleJobs(
  db: { readonly deliveryPool: Pick<pg.Pool, 'query'> },
  clock: Clock,
  scheduled: readonly Scheduled[],
): Promise<void> {
  const inOrder = scheduled.toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
  const items = inOrder.map((each) => ({ ...each, id: ulid().toLowerCase() }));
  await db.deliveryPool.query(scheduleSql, [sharedNow(clock), JSON.stringify(items)]);
}
