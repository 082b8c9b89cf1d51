import type { DeliveryDatabase } from './claim.ts';

const retrySql = 'update webhook_deliveries set next_attempt_at = $3 where org_id = $1 and id = $2';

/**
 * Makes a delivery due now, whatever its state; its event id stays and its attempts go on counting. The state changes
 * only when the attempt succeeds. Answers whether there is such a delivery.
 */
export async function retryNow(db: DeliveryDatabase, orgId: string, deliveryId: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.pool.query({ text: retrySql, values: [orgId, deliveryId, now] });
  return rowCount === 1;
}
