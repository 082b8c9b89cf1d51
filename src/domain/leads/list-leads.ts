import { requireScope } from '../../access/actor.ts';
import type { LeadStatus, Prisma, Temperature } from '../../db/generated/prisma/client.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';
import { searchPattern } from './search-text.ts';

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
  readonly targetType?: string | null | undefined;
  /** Words as they stand, in any case, in what a lead is searched by: see search-text.ts. */
  readonly q?: string | null | undefined;
  /** Inclusive. */
  readonly updatedSince?: Date | null | undefined;
  /** Inclusive. */
  readonly createdSince?: Date | null | undefined;
};

/** Fewer characters than the index knows parts of: such words are looked for in the newest leads, one by one. */
const indexedCharacters = 3;
export const shortSearchReach = 10_000;

/** Leads newest first. @throws INVALID for a page out of bounds or an unknown cursor. */
export async function listLeads(context: DomainContext, filter: LeadFilter, page: PageInput): Promise<Page<LeadRow>> {
  requireScope(context.actor, 'leads:read');
  const where = await withSearch(context, toWhere(filter), filter.q, page.after);
  return listPage<LeadRow, Prisma.LeadWhereInput>(context.db.lead, where, page);
}

async function withSearch(
  { db }: DomainContext,
  where: Prisma.LeadWhereInput,
  words: LeadFilter['q'],
  after: PageInput['after'],
): Promise<Prisma.LeadWhereInput> {
  if (!words) return where;
  const search = { contains: searchPattern(words) };
  if (words.length >= indexedCharacters) return { ...where, search };
  const [beyond] = await db.lead.findMany({
    where: after ? { ...where, id: { lt: after } } : where,
    orderBy: { id: 'desc' },
    skip: shortSearchReach,
    take: 1,
    select: { id: true },
  });
  return beyond ? { ...where, search, AND: { id: { gt: beyond.id } } } : { ...where, search };
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
  if (filter.targetType != null) where.targetType = filter.targetType;
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
