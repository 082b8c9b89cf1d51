import { requireScope } from '../../access/actor.ts';
import type { DeliveryState, Prisma, WebhookDelivery } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { eventsOfLead } from './events-of-lead.sql.ts';
import { both, listPage, type Page, type PageInput, type RowQuery } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type WebhookDeliveryFilter = {
  readonly endpointId?: string | null | undefined;
  readonly state?: DeliveryState | null | undefined;
  readonly eventId?: string | null | undefined;
  /** Of the newest events about it. */
  readonly leadId?: string | null | undefined;
  /** Whether a post of it has failed and none since was taken, or it was given up, even without a post. */
  readonly failing?: boolean | null | undefined;
};

/** It was given up, be it unposted as its endpoint was paused or deleted; or its posts so far failed, and it waits for the next one. */
const isFailing: Prisma.WebhookDeliveryWhereInput = {
  OR: [{ state: 'DEAD' }, { state: 'PENDING', attemptCount: { gt: 0 } }],
};

/** How many events of a lead are looked at for their deliveries, the newest first. */
export const mostEventsOfLead = 1000;

/** Deliveries, newest first; of their columns those that the query selects. */
export async function listWebhookDeliveries(
  context: DomainContext,
  filter: WebhookDeliveryFilter,
  page: PageInput,
  query: RowQuery = {},
): Promise<Page<WebhookDelivery>> {
  requireScope(context.actor, 'webhooks:read');
  const where: Prisma.WebhookDeliveryWhereInput = {};
  if (filter.endpointId != null) where.endpointId = filter.endpointId;
  if (filter.state != null) where.state = filter.state;
  // What is pending has a time, and an index of its own of those that have: few, among a million that were taken.
  if (filter.state === 'PENDING') where.nextAttemptAt = { not: null };
  if (filter.eventId != null) where.eventId = filter.eventId;
  if (filter.failing != null) where[filter.failing ? 'AND' : 'NOT'] = isFailing;
  const about = filter.leadId == null ? where : both(where, await isAbout(context, filter.leadId));
  return listPage<WebhookDelivery, Prisma.WebhookDeliveryWhereInput>(context.db.webhookDelivery, about, page, {
    query,
  });
}

/** A delivery knows its event alone. */
async function isAbout({ run }: DomainContext, leadId: string): Promise<Prisma.WebhookDeliveryWhereInput> {
  const events = await run(eventsOfLead, { leadId, most: mostEventsOfLead });
  return { eventId: { in: events.map(({ id }) => id) } };
}
