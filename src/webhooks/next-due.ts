import type { DeliveryDatabase } from './claim.ts';
import { sharedNowSql } from '../clock.ts';
import { endpointsWithWork } from './endpoints-with-work.ts';

const now = sharedNowSql('$1');

const nextDueSql = `
with recursive ${endpointsWithWork()}
select extract(epoch from min(head.next_attempt_at) - ${now})::float8 * 1000 as "dueInMs"
  from endpoints_with_work e
  cross join lateral (
    select d.next_attempt_at
      from webhook_deliveries d
     where d.org_id = e.org_id and d.endpoint_id = e.endpoint_id and d.next_attempt_at > ${now}
     order by d.next_attempt_at
     limit 1
  ) head`;

/** How long until the next delivery falls due that is not due yet; null when none waits. Without `now` by the database's time. */
export async function findDueInMs(db: DeliveryDatabase, now: Date | null): Promise<number | null> {
  const query = { name: 'next-due', text: nextDueSql, values: [now] };
  const { rows } = await db.deliveryPool.query<{ dueInMs: number | null }>(query);
  return rows[0]?.dueInMs ?? null;
}
