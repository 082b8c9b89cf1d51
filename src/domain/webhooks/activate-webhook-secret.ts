import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { lockEndpoint } from './lock-endpoint.ts';

/** Ends a rotation: from now on only the new secret signs. Without one under way nothing changes. */
export async function activateWebhookSecret(context: DomainContext, id: string): Promise<WebhookEndpoint> {
  requireScope(context.actor, 'webhooks:write');
  return context.write(async (tx) => {
    const before = await lockEndpoint(tx, id);
    if (!before.previousSecret) return before;
    const [endpoint] = await tx.webhookEndpoint.updateManyAndReturn({
      where: { id },
      data: { previousSecret: null, previousSecretExpiresAt: null, updatedAt: tx.now },
    });
    if (!endpoint) throw notFound('webhook endpoint');
    tx.audit('webhook_endpoint.secret_activated', endpoint);
    return endpoint;
  });
}
