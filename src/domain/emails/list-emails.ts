import { requireScope } from '../../access/actor.ts';
import type { Prisma, ScheduledEmail, ScheduledEmailState } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type EmailFilter = {
  readonly status?: ScheduledEmailState | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
};

/** Mail of campaigns and of people, newest first. */
export async function listEmails(
  context: DomainContext,
  { status, leadId, campaignId }: EmailFilter,
  page: PageInput,
): Promise<Page<ScheduledEmail>> {
  requireScope(context.actor, 'campaigns:read');
  const where: Prisma.ScheduledEmailWhereInput = {};
  if (status != null) where.state = status;
  if (leadId != null) where.leadId = leadId;
  if (campaignId != null) where.campaignId = campaignId;
  return listPage<ScheduledEmail, Prisma.ScheduledEmailWhereInput>(context.db.scheduledEmail, where, page);
}
