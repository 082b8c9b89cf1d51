import type { Database } from '../db/open/database.ts';
import { byHandSql } from '../db/write/by-hand.ts';

const retrySql = `
update webhook_deliveries set next_attempt_at = ${byHandSql('next_attempt_at')} where org_id = $1 and id = $2`;

/**
 * Makes a delivery due at once, whatever its state, ahead of what else waits for its endpoint, paused or not; its event id
 * stays and its attempts go on counting. The state changes only when the attempt succeeds. Answers whether there is such a delivery.
 */
export async function retryNow(db: Pick<Database, 'pool'>, orgId: string, deliveryId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query({ text: retrySql, values: [orgId, deliveryId] });
  return rowCount === 1;
}
