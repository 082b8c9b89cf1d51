import type { DeliveryDatabase } from './claim.ts';
import { endpointsWithWork } from './endpoints-with-work.ts';

const nextDueSql = `
with recursive ${endpointsWithWork}
select min(head.next_attempt_at) as "nextDueAt"
  from endpoints_with_work e
  cross join lateral (
    select d.next_attempt_at
      from webhook_deliveries d
     where d.org_id = e.org_id and d.endpoint_id = e.endpoint_id and d.next_attempt_at > $1
     order by d.next_attempt_at
     limit 1
  ) head`;

/** When the next delivery falls due that is not due yet; null when none waits. */
export async function findNextDueAt(db: DeliveryDatabase, now: Date): Promise<Date | null> {
  const query = { name: 'next-due', text: nextDueSql, values: [now] };
  const { rows } = await db.deliveryPool.query<{ nextDueAt: Date | null }>(query);
  return rows[0]?.nextDueAt ?? null;
}
