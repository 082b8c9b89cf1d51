import { requireScope } from '../../access/actor.ts';
import type { DeliveryState, Prisma, WebhookDelivery } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type WebhookDeliveryFilter = {
  readonly endpointId?: string | null | undefined;
  readonly state?: DeliveryState | null | undefined;
  readonly eventId?: string | null | undefined;
};

export async function listWebhookDeliveries(
  context: DomainContext,
  filter: WebhookDeliveryFilter,
  page: PageInput,
): Promise<Page<WebhookDelivery>> {
  requireScope(context.actor, 'webhooks:read');
  const where: Prisma.WebhookDeliveryWhereInput = {};
  if (filter.endpointId != null) where.endpointId = filter.endpointId;
  if (filter.state != null) where.state = filter.state;
  if (filter.eventId != null) where.eventId = filter.eventId;
  return listPage<WebhookDelivery, Prisma.WebhookDeliveryWhereInput>(context.db.webhookDelivery, where, page);
}
