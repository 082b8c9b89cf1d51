import { requireScope } from '../../access/actor.ts';
import type { Prisma, WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

export async function listWebhookEndpoints(context: DomainContext, page: PageInput): Promise<Page<WebhookEndpoint>> {
  requireScope(context.actor, 'webhooks:read');
  const where: Prisma.WebhookEndpointWhereInput = { deletedAt: null };
  return listPage<WebhookEndpoint, Prisma.WebhookEndpointWhereInput>(context.db.webhookEndpoint, where, page);
}
