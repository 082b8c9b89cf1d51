import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { lockEndpoint } from './lock-endpoint.ts';

/** Ends deliveries to an address. What was delivered to it stays in the delivery log. */
export async function deleteWebhookEndpoint(context: DomainContext, id: string): Promise<WebhookEndpoint> {
  requireScope(context.actor, 'webhooks:write');
  return context.write(async (tx) => {
    await lockEndpoint(tx, id);
    const [endpoint] = await tx.webhookEndpoint.updateManyAndReturn({
      where: { id },
      data: { deletedAt: tx.now, updatedAt: tx.now },
    });
    if (!endpoint) throw notFound('webhook endpoint');
    tx.audit('webhook_endpoint.deleted', endpoint);
    return endpoint;
  });
}
