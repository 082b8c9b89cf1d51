import type { WebhookAttempt } from '../../db/generated/prisma/client.ts';
import type { ScopedReader } from '../../db/scoped.ts';

/** The attempts of each delivery, first one first, in the order asked for. Deliveries are looked up before: attempts know no lock. */
export async function readAttempts(db: ScopedReader, deliveryIds: readonly string[]): Promise<WebhookAttempt[][]> {
  const attempts = await db.webhookAttempt.findMany({
    where: { deliveryId: { in: [...deliveryIds] } },
    orderBy: [{ deliveryId: 'asc' }, { number: 'asc' }],
  });
  const byDelivery = Map.groupBy(attempts, ({ deliveryId }) => deliveryId);
  return deliveryIds.map((id) => byDelivery.get(id) ?? []);
}
