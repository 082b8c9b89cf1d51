import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { parseInput } from '../input.ts';
import { requireCarried, updateWebhookEndpointInput } from './endpoint-input.ts';
import { lockEndpoint } from './lock-endpoint.ts';
import { requireUsableSecret, secretContext } from './signing-secret.ts';

export async function updateWebhookEndpoint(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateWebhookEndpointInput>,
): Promise<WebhookEndpoint> {
  const { actor, services } = context;
  requireScope(actor, 'webhooks:write');
  const { url, types, enabled, consumerWorkspace, alsoStandard } = parseInput(updateWebhookEndpointInput, input);
  if (url !== undefined) await services.assertDeliverableUrl(url);
  return context.write(async (tx) => {
    const before = await lockEndpoint(tx, id);
    requireCarried(before.format, types ?? []);
    if (alsoStandard) {
      const secret = services.secretBox.open(before.secret, secretContext(actor.orgId, id));
      requireUsableSecret({ format: before.format, alsoStandard }, secret);
    }
    // Whoever changes an address or turns it on again has looked after it: its failures are forgotten.
    if (url !== undefined || enabled) await tx.webhookEndpointHealth.deleteMany({ where: { endpointId: id } });
    const [endpoint] = await tx.webhookEndpoint.updateManyAndReturn({
      where: { id },
      data: {
        ...(url === undefined ? {} : { url }),
        ...(types === undefined ? {} : { types: types ?? [] }),
        ...(enabled === undefined ? {} : { disabledAt: enabled ? null : (before.disabledAt ?? tx.now) }),
        ...(enabled ? { disabledReason: null } : {}),
        ...(alsoStandard === undefined ? {} : { alsoStandard }),
        ...(consumerWorkspace === undefined ? {} : { consumerWorkspace }),
        updatedAt: tx.now,
      },
    });
    if (!endpoint) throw notFound('webhook endpoint');
    tx.audit('webhook_endpoint.updated', endpoint);
    return endpoint;
  });
}
