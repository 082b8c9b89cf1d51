import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { mintSigningSecret } from '../../access/credentials.ts';
import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { lockEndpoint } from './lock-endpoint.ts';
import { requireUsableSecret, secretContext, secretWarnings, type WithSigningSecret } from './signing-secret.ts';

const rotateInput = z.strictObject({
  secret: z.string().nullish(),
  /** How long the secret before goes on signing; 0 ends it at once. */
  overlapHours: z.int().min(0).max(168).nullish(),
});

const hourMs = 60 * 60 * 1000;

/**
 * Gives an endpoint a new signing secret, answered here and never again. The one before goes on signing until the overlap
 * ends or the new one is activated.
 */
export async function rotateWebhookSecret(
  context: DomainContext,
  id: string,
  input: z.input<typeof rotateInput>,
): Promise<WithSigningSecret> {
  const { actor, services } = context;
  requireScope(actor, 'webhooks:write');
  const { secret, overlapHours } = parseInput(rotateInput, input);
  const overlapMs = (overlapHours ?? 24) * hourMs;
  const signingSecret = secret ?? mintSigningSecret();
  const endpoint = await context.write(async (tx) => {
    const before = await lockEndpoint(tx, id);
    requireUsableSecret(before, signingSecret);
    if (overlapMs > 0) requireNoOverlap(before, tx.now);
    const [row] = await tx.webhookEndpoint.updateManyAndReturn({
      where: { id },
      data: {
        secret: services.secretBox.seal(signingSecret, secretContext(actor.orgId, id)),
        previousSecret: overlapMs > 0 ? before.secret : null,
        previousSecretExpiresAt: overlapMs > 0 ? new Date(tx.now.getTime() + overlapMs) : null,
        updatedAt: tx.now,
      },
    });
    if (!row) throw notFound('webhook endpoint');
    tx.audit('webhook_endpoint.secret_rotated', row);
    return row;
  });
  return { endpoint, signingSecret, warnings: secretWarnings(signingSecret) };
}

/** Nobody can tell which of two secrets the consumer holds by now, so a third would lock it out. */
function requireNoOverlap({ previousSecretExpiresAt: endsAt }: WebhookEndpoint, now: Date): void {
  if (!endsAt || endsAt <= now) return;
  throw conflict(
    `A rotation is under way until ${endsAt.toISOString()}: activate its secret first (activateWebhookSecret), or rotate with overlapHours 0, after which only the new secret signs.`,
  );
}
