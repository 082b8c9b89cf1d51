import { requireScope } from '../../access/actor.ts';
import type { Prisma, ScheduledEmail, ScheduledEmailState } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { invalid } from '../../errors.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type ScheduledEmailFilter = {
  readonly state: ScheduledEmailState;
  /** Exclusive. */
  readonly dueBefore?: Date | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
};

/** Mail in one state, the soonest due first. @throws INVALID for a page out of bounds or an unknown cursor. */
export async function listScheduledEmails(
  context: DomainContext,
  { state, dueBefore, leadId, campaignId }: ScheduledEmailFilter,
  { after, ...page }: PageInput,
): Promise<Page<ScheduledEmail>> {
  requireScope(context.actor, 'campaigns:read');
  const { scheduledEmail } = context.db;
  const where: Prisma.ScheduledEmailWhereInput = { state };
  if (dueBefore) where.dueAt = { lt: dueBefore };
  if (leadId != null) where.leadId = leadId;
  if (campaignId != null) where.campaignId = campaignId;
  const soonestFirst = { orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] };
  const list = (of: Prisma.ScheduledEmailWhereInput) =>
    listPage<ScheduledEmail, Prisma.ScheduledEmailWhereInput>(scheduledEmail, of, page, soonestFirst);
  if (!after) return list(where);
  const cursor = await scheduledEmail.findFirst({ where: { id: after }, select: { dueAt: true } });
  if (!cursor) throw invalid('The cursor is not known here.', 'after');
  const behind = { OR: [{ dueAt: { gt: cursor.dueAt } }, { dueAt: cursor.dueAt, id: { gt: after } }] };
  return { ...(await list({ AND: [where, behind] })), countAll: () => scheduledEmail.count({ where }) };
}
