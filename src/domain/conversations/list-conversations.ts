import { requireScope } from '../../access/actor.ts';
import type { Conversation, ConversationStatus, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type ConversationFilter = {
  readonly widgetId?: string | null | undefined;
  readonly businessId?: string | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly status?: ConversationStatus | null | undefined;
  /** Inclusive. */
  readonly updatedSince?: Date | null | undefined;
  readonly notCaptured?: boolean | null | undefined;
};

export async function listConversations(
  context: DomainContext,
  filter: ConversationFilter,
  page: PageInput,
): Promise<Page<Conversation>> {
  requireScope(context.actor, 'conversations:read');
  const where: Prisma.ConversationWhereInput = {};
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.leadId != null) where.leadId = filter.leadId;
  if (filter.status != null) where.status = filter.status;
  if (filter.notCaptured != null) where.notCapturedAt = filter.notCaptured ? { not: null } : null;
  if (filter.updatedSince) where.updatedAt = { gte: filter.updatedSince };
  return listPage<Conversation, Prisma.ConversationWhereInput>(context.db.conversation, where, page);
}
