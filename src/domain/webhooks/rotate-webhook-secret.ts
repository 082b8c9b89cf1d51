import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { parseInput } from '../input.ts';
import { lockEndpoint } from './lock-endpoint.ts';
import { mintSigningSecret, requireUsableSecret, secretContext } from './signing-secret.ts';

const rotateInput = z.strictObject({ secret: z.string().nullish() });

/** How long deliveries of formats that can carry two signatures are signed with the old secret as well. */
const overlapMs = 24 * 60 * 60 * 1000;

/** Gives an endpoint a new signing secret, answered here and never again. */
export async function rotateWebhookSecret(
  context: DomainContext,
  id: string,
  input: z.input<typeof rotateInput>,
): Promise<{ endpoint: WebhookEndpoint; signingSecret: string }> {
  const { actor, services } = context;
  requireScope(actor, 'webhooks:write');
  const { secret } = parseInput(rotateInput, input);
  const signingSecret = secret ?? mintSigningSecret();
  const endpoint = await context.write(async (tx) => {
    const before = await lockEndpoint(tx, id);
    requireUsableSecret(before.format, signingSecret);
    const [row] = await tx.webhookEndpoint.updateManyAndReturn({
      where: { id },
      data: {
        secret: services.secretBox.seal(signingSecret, secretContext(actor.orgId, id)),
        previousSecret: before.secret,
        previousSecretExpiresAt: new Date(tx.now.getTime() + overlapMs),
        updatedAt: tx.now,
      },
    });
    if (!row) throw notFound('webhook endpoint');
    tx.audit('webhook_endpoint.secret_rotated', row);
    return row;
  });
  return { endpoint, signingSecret };
}
