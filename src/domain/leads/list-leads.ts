import { requireScope } from '../../access/actor.ts';
import type { Lead, LeadStatus, Prisma, Temperature } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type LeadFilter = {
  readonly widgetId?: string | null | undefined;
  readonly businessId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
  /** A stage's id, key or name. One there is not finds nothing. */
  readonly stage?: string | null | undefined;
  readonly status?: LeadStatus | null | undefined;
  readonly temperature?: Temperature | null | undefined;
  readonly assignedToId?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** Every one of them must be on the lead. */
  readonly tags?: readonly string[] | null | undefined;
  readonly email?: string | null | undefined;
  /** Inclusive. */
  readonly updatedSince?: Date | null | undefined;
  /** Inclusive. */
  readonly createdSince?: Date | null | undefined;
};

export async function listLeads(context: DomainContext, filter: LeadFilter, page: PageInput): Promise<Page<Lead>> {
  requireScope(context.actor, 'leads:read');
  return listPage<Lead, Prisma.LeadWhereInput>(context.db.lead, toWhere(filter), page);
}

function toWhere(filter: LeadFilter): Prisma.LeadWhereInput {
  const { stage, tags, updatedSince, createdSince } = filter;
  const where: Prisma.LeadWhereInput = { deletedAt: null };
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.conversationId != null) where.conversationId = filter.conversationId;
  if (filter.status != null) where.status = filter.status;
  if (filter.temperature != null) where.temperature = filter.temperature;
  if (filter.assignedToId != null) where.assignedToId = filter.assignedToId;
  if (filter.source != null) where.source = filter.source;
  if (filter.email != null) where.email = filter.email.trim().toLowerCase();
  if (tags?.length) where.tags = { hasEvery: [...tags] };
  if (updatedSince) where.updatedAt = { gte: updatedSince };
  if (createdSince) where.createdAt = { gte: createdSince };
  if (stage != null) {
    where.stage = {
      OR: [{ id: stage }, { key: stage.toLowerCase() }, { name: { equals: stage, mode: 'insensitive' } }],
    };
  }
  return where;
}
