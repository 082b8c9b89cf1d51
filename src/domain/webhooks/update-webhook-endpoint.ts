import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { requireEventScopes } from '../events/event-scopes.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { grantedTypes, receivedTypes, updateWebhookEndpointInput } from './endpoint-input.ts';
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
    const granted = types === undefined ? undefined : grantedTypes(actor, before.format, types ?? []);
    // Whoever says where they go, or that they go again, may read what goes there.
    if (url !== undefined || enabled)
      requireEventScopes(actor, receivedTypes({ ...before, types: granted ?? before.types }));
    if (alsoStandard) {
      const secret = services.secretBox.open(before.secret, secretContext(actor.orgId, id));
      requireUsableSecret({ format: before.format, alsoStandard }, secret);
    }
    const wanted = {
      ...(url === undefined ? {} : { url }),
      ...(granted === undefined ? {} : { types: granted }),
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
    tx.audit('webhook_endpoint.updated', endpoint, changesOf(before, endpoint, Object.keys(wanted)));
    return endpoint;
  });
}
