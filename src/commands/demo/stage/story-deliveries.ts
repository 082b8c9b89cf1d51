import type pg from 'pg';
import { byHandBeforeSql } from '../../../db/write/by-hand.ts';
import type { DeliveryWorker } from '../../../webhooks/worker.ts';
import type { StoryClock } from './story-clock.ts';

/** When the next attempt is made: once it is due and its endpoint is not paused. */
const nextSql = `select min(greatest(d.next_attempt_at, case when d.next_attempt_at >= ${byHandBeforeSql} then h.paused_until end)) as at
  from webhook_deliveries d
  left join webhook_endpoint_health h on h.org_id = d.org_id and h.endpoint_id = d.endpoint_id
 where d.org_id = $1 and d.next_attempt_at is not null`;

type Options = {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly worker: Pick<DeliveryWorker, 'makeDue'>;
  readonly clock: StoryClock;
  readonly orgId: string;
};

/** Makes the deliveries of the story when they fall due: moves its clock from one to the next, up to a time. */
export function createStoryDeliveries({ pool, worker, clock, orgId }: Options) {
  async function findNext(): Promise<number | null> {
    const { rows } = await pool.query<{ at: Date | null }>({ name: 'demo-next-due', text: nextSql, values: [orgId] });
    return rows[0]?.at?.getTime() ?? null;
  }

  return async function makeUpTo(time: number): Promise<void> {
    for (let next = await findNext(); next !== null && next <= time; next = await findNext()) {
      clock.moveTo(next);
      if ((await worker.makeDue()) === 0) throw new Error('A delivery of the demo that is due could not be made.');
    }
  };
}
