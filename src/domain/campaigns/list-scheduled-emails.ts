import { requireScope } from '../../access/actor.ts';
import type { Prisma, ScheduledEmail, ScheduledEmailState } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listOrdered } from '../keyset/list-ordered.ts';
import { type Order, placeOf } from '../keyset/stretches.ts';
import { type Page, type PageInput, unknownCursor } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type ScheduledEmailFilter = {
  readonly state: ScheduledEmailState;
  /** Exclusive. */
  readonly dueBefore?: Date | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
};

const soonestFirst: Order<'dueAt'> = { column: 'dueAt', direction: 'asc', nullable: false };

/** Mail of campaigns in one state, the soonest due first. @throws INVALID for a page out of bounds or an unknown cursor. */
export async function listScheduledEmails(
  context: DomainContext,
  { state, dueBefore, leadId, campaignId }: ScheduledEmailFilter,
  page: PageInput,
): Promise<Page<ScheduledEmail>> {
  requireScope(context.actor, 'campaigns:read');
  const { scheduledEmail } = context.db;
  const where: Prisma.ScheduledEmailWhereInput = { state, campaignId: { not: null } };
  if (dueBefore) where.dueAt = { lt: dueBefore };
  if (leadId != null) where.leadId = leadId;
  if (campaignId != null) where.campaignId = campaignId;
  const { cursor: id } = page;
  const cursor = id ? await scheduledEmail.findFirst({ where: { id }, select: { id: true, dueAt: true } }) : null;
  if (id && !cursor) throw unknownCursor(page);
  const from = cursor && placeOf(soonestFirst, cursor);
  return listOrdered<ScheduledEmail, Prisma.ScheduledEmailWhereInput>(scheduledEmail, where, soonestFirst, page, {
    from,
  });
}
