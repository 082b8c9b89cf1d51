import { sharedNowSql } from '../clock.ts';
import type { Database } from '../db/database.ts';

const retrySql = `
with due as (
  update webhook_deliveries set next_attempt_at = ${sharedNowSql('$3')} where org_id = $1 and id = $2 returning org_id, endpoint_id
), unpaused as (
  update webhook_endpoint_health h
     set paused_until = null
    from due
   where h.org_id = due.org_id and h.endpoint_id = due.endpoint_id
)
select 1 from due`;

/**
 * Makes a delivery due now, whatever its state; its event id stays and its attempts go on counting. The state changes
 * only when the attempt succeeds. A pause of its endpoint ends: somebody knows better. Answers whether there is such a delivery.
 */
export async function retryNow(
  db: Pick<Database, 'pool'>,
  orgId: string,
  deliveryId: string,
  now: Date | null,
): Promise<boolean> {
  const { rowCount } = await db.pool.query({ text: retrySql, values: [orgId, deliveryId, now] });
  return rowCount === 1;
}
