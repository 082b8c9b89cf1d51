import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { requireCarried, updateWebhookEndpointInput } from './endpoint-input.ts';
import { lockEndpoint } from './lock-endpoint.ts';
import { requireUsableSecret, secretContext } from './signing-secret.ts';

/** Changes an endpoint. A change to what is already there does nothing. */
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
    const wanted = {
      ...(url === undefined ? {} : { url }),
      ...(types === undefined ? {} : { types: types ?? [] }),
      ...(enabled === undefined ? {} : { disabledAt: enabled ? null : (before.disabledAt ?? tx.now) }),
      ...(enabled ? { disabledReason: null } : {}),
      ...(alsoStandard === undefined ? {} : { alsoStandard }),
      ...(consumerWorkspace === undefined ? {} : { consumerWorkspace }),
    };
    if (Object.entries(wanted).every(([column, value]) => isSameValue(Reflect.get(before, column), value)))
      return before;
    // Whoever changes an address or turns it on again has looked after it: its failures are forgotten.
    if (url !== undefined || enabled) await tx.webhookEndpointHealth.deleteMany({ where: { endpointId: id } });
    const data = { ...wanted, updatedAt: tx.now };
    const [endpoint] = await tx.webhookEndpoint.updateManyAndReturn({ where: { id }, data });
    if (!endpoint) throw notFound('webhook endpoint');
    tx.audit('webhook_endpoint.updated', endpoint);
    return endpoint;
  });
}
