import { requireScope } from '../../access/actor.ts';
import type { WebhookDelivery } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';

/** Fires a delivery now, whatever its state; its event id stays and its attempts go on counting. */
export async function retryWebhookDelivery(context: DomainContext, id: string): Promise<WebhookDelivery> {
  const { actor, db, services } = context;
  requireScope(actor, 'webhooks:write');
  const delivery = await db.webhookDelivery.findFirst({ where: { id } });
  if (!delivery) throw notFound('webhook delivery');
  await services.fireDelivery(actor.orgId, id);
  return (await db.webhookDelivery.findFirst({ where: { id } })) ?? delivery;
}
