import { requireScope } from '../../access/actor.ts';
import type { DeliveryState, Prisma, WebhookAttempt, WebhookDelivery } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

export type DeliveryWithAttempts = WebhookDelivery & { readonly attempts: WebhookAttempt[] };

export const withAttempts = { attempts: { orderBy: { number: 'asc' } } } as const;

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
): Promise<Page<DeliveryWithAttempts>> {
  requireScope(context.actor, 'webhooks:read');
  const where: Prisma.WebhookDeliveryWhereInput = {};
  if (filter.endpointId != null) where.endpointId = filter.endpointId;
  if (filter.state != null) where.state = filter.state;
  if (filter.eventId != null) where.eventId = filter.eventId;
  const { webhookDelivery } = context.db;
  const delegate = {
    findMany: (args: Prisma.WebhookDeliveryFindManyArgs) =>
      webhookDelivery.findMany({ ...args, include: withAttempts }),
    findFirst: async (args: Prisma.WebhookDeliveryFindFirstArgs) => webhookDelivery.findFirst(args),
    count: (args: { where: Prisma.WebhookDeliveryWhereInput }) => webhookDelivery.count(args),
  };
  return listPage<DeliveryWithAttempts, Prisma.WebhookDeliveryWhereInput>(delegate, where, page);
}
