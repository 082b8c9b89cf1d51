import { requireScope } from '../../access/actor.ts';
import type { WebhookDelivery } from '../../db/generated/prisma/client.ts';
import { conflict, invalidField, notFound } from '../../errors.ts';
import type { EventType } from '../../events/catalogue.ts';
import type { DomainContext } from '../context.ts';
import { receivedTypes } from './endpoint-input.ts';
import { toEndpointSnapshot } from './endpoint-snapshot.ts';
import { lockEndpoint } from './lock-endpoint.ts';

/**
 * Sends an endpoint a made-up event of a type it receives, ahead of what waits for it: in its format, signed with its
 * secret, under an id of its own. Nobody else is told.
 * @throws CONFLICT where nothing would be sent, INVALID for a type that the endpoint does not receive.
 */
export async function sendTestEvent(
  context: DomainContext,
  endpointId: string,
  type: EventType | null,
): Promise<WebhookDelivery> {
  requireScope(context.actor, 'webhooks:write');
  const eventId = await context.write(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (endpoint.disabledAt) throw conflict('The endpoint is disabled. Enable it first.');
    const received = receivedTypes(endpoint);
    const sampleOf = type ?? received[0];
    if (!sampleOf || !received.includes(sampleOf)) {
      throw invalidField('type', `must be one that the endpoint receives: ${received.join(', ')}`);
    }
    const snapshot = { endpoint: toEndpointSnapshot(endpoint), sampleOf };
    return tx.record('webhook_endpoint.tested', { subjectId: endpoint.id, businessId: endpoint.businessId, snapshot });
  });
  const delivery = await context.db.webhookDelivery.findFirst({ where: { eventId, endpointId } });
  if (!delivery) throw notFound('webhook delivery');
  return delivery;
}
