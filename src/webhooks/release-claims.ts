import type { ClaimedDelivery, DeliveryDatabase } from './claim.ts';

const releaseSql = `
update webhook_deliveries d
   set claimed_until = null
  from jsonb_to_recordset($1::jsonb) as c("orgId" text, id text, "claimedUntil" timestamptz)
 where d.org_id = c."orgId" and d.id = c.id and d.claimed_until = c."claimedUntil"`;

/** Gives back what was claimed and not posted, so that anybody may take it at once. */
export async function releaseClaims(db: DeliveryDatabase, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  const items = deliveries.map(({ orgId, id, claimedUntil }) => ({ orgId, id, claimedUntil }));
  await db.deliveryPool.query({ name: 'release-claims', text: releaseSql, values: [JSON.stringify(items)] });
}
