import { requireScope } from '../../access/actor.ts';
import type { WebhookDelivery, WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { isEventType } from '../../events/catalogue.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { requireEventScopes } from '../events/event-scopes.ts';

/** Fires a delivery now, whatever its state; its event id stays and its attempts go on counting. */
export async function retryWebhookDelivery(context: DomainContext, id: string): Promise<WebhookDelivery> {
  const { actor, db, services } = context;
  requireScope(actor, 'webhooks:write');
  await context.write(async (tx) => {
    const known = await tx.webhookDelivery.findFirst({ where: { id }, select: { endpointId: true, eventId: true } });
    if (!known) throw notFound('webhook delivery');
    const event = await tx.event.findFirst({ where: { id: known.eventId }, select: { type: true } });
    if (event) requireEventScopes(actor, [event.type].filter(isEventType));
    const { businessId } = await getDeliverable(tx, known.endpointId);
    tx.audit('webhook_delivery.retried', { id, businessId });
  });
  // Only once it is on record: a crash in between costs a fire nobody was told of, never a fire without its trace.
  await services.fireDelivery(actor.orgId, id);
  const delivery = await db.webhookDelivery.findFirst({ where: { id } });
  if (!delivery) throw notFound('webhook delivery');
  return delivery;
}

/** @throws CONFLICT where nothing would be sent. */
async function getDeliverable(tx: Tx, endpointId: string): Promise<WebhookEndpoint> {
  const endpoint = await tx.webhookEndpoint.findFirst({ where: { id: endpointId } });
  if (!endpoint || endpoint.deletedAt) {
    throw conflict(
      'The endpoint of this delivery was deleted. Register the address again and replay its events to it.',
    );
  }
  if (endpoint.disabledAt) throw conflict('The endpoint of this delivery is disabled. Enable it first.');
  return endpoint;
}
