import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { mintSigningSecret } from '../../access/credentials.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { createWebhookEndpointInput, grantedTypes } from './endpoint-input.ts';
import { requireUsableSecret, secretContext, secretWarnings, type WithSigningSecret } from './signing-secret.ts';

/** Registers an address to deliver events to. Its signing secret is answered here and never again. */
export async function createWebhookEndpoint(
  context: DomainContext,
  input: z.input<typeof createWebhookEndpointInput>,
): Promise<WithSigningSecret> {
  const { actor, services } = context;
  requireScope(actor, 'webhooks:write');
  const parsed = parseInput(createWebhookEndpointInput, input);
  const { url, format, types, businessId, secret, consumerWorkspace } = parsed;
  const alsoStandard = parsed.alsoStandard ?? false;
  const granted = grantedTypes(actor, format, types ?? []);
  if (secret != null) requireUsableSecret({ format, alsoStandard }, secret);
  await services.assertDeliverableUrl(url);
  const signingSecret = secret ?? mintSigningSecret();
  const endpoint = await context.write(async (tx) => {
    const organisation = await tx.organisation.findFirst({ where: { id: actor.orgId }, select: { slug: true } });
    if (!organisation) throw notFound('workspace');
    const id = tx.newId();
    const made = await tx.webhookEndpoint.create({
      data: {
        id,
        url,
        format,
        types: granted,
        businessId: await ownBusinessId(tx, actor, businessId),
        secret: services.secretBox.seal(signingSecret, secretContext(actor.orgId, id)),
        alsoStandard,
        consumerWorkspace: consumerWorkspace ?? organisation.slug,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit('webhook_endpoint.created', made);
    return made;
  });
  return { endpoint, signingSecret, warnings: secretWarnings(signingSecret) };
}
