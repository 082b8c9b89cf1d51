import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { type DeliveryWithAttempts, withAttempts } from './list-webhook-deliveries.ts';

/** Fires a delivery now, whatever its state; its event id stays and its attempts go on counting. */
export async function retryWebhookDelivery(context: DomainContext, id: string): Promise<DeliveryWithAttempts> {
  const { actor, db, services } = context;
  requireScope(actor, 'webhooks:write');
  const known = await db.webhookDelivery.findFirst({ where: { id }, select: { id: true } });
  if (!known) throw notFound('webhook delivery');
  await services.fireDelivery(actor.orgId, id);
  const delivery = await db.webhookDelivery.findFirst({ where: { id }, include: withAttempts });
  if (!delivery) throw notFound('webhook delivery');
  return delivery;
}
