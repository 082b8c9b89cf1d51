import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Locks an endpoint and reads it as it now is. @throws NOT_FOUND, for a deleted one too. */
export async function lockEndpoint(tx: Tx, id: string): Promise<WebhookEndpoint> {
  await tx.lock('webhook_endpoints', id);
  const endpoint = await tx.webhookEndpoint.findFirst({ where: { id, deletedAt: null } });
  if (!endpoint) throw notFound('webhook endpoint');
  return endpoint;
}
