import { requireScope } from '../../access/actor.ts';
import type { WebhookDelivery } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';

/** Fires a delivery now, whatever its state; its event id stays and its attempts go on counting. */
export async function retryWebhookDelivery(context: DomainContext, id: string): Promise<WebhookDelivery> {
  const { actor, db, services } = context;
  requireScope(actor, 'webhooks:write');
  const known = await db.webhookDelivery.findFirst({ where: { id }, select: { endpointId: true } });
  if (!known) throw notFound('webhook delivery');
  await requireDeliverable(context, known.endpointId);
  await services.fireDelivery(actor.orgId, id);
  const delivery = await db.webhookDelivery.findFirst({ where: { id } });
  if (!delivery) throw notFound('webhook delivery');
  return delivery;
}

/** @throws CONFLICT where nothing would be sent. */
async function requireDeliverable({ db }: DomainContext, endpointId: string): Promise<void> {
  const endpoint = await db.webhookEndpoint.findFirst({ where: { id: endpointId } });
  if (!endpoint || endpoint.deletedAt) {
    throw conflict(
      'The endpoint of this delivery was deleted. Register the address again and replay its events to it.',
    );
  }
  if (endpoint.disabledAt) throw conflict('The endpoint of this delivery is disabled. Enable it first.');
}
