import { requireScope } from '../../access/actor.ts';
import type { LeadStatus, LeadTier, Prisma, Temperature } from '../../db/generated/prisma/client.ts';
import type { LeadRow } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { type Delegate, listPage, maxPageSize, type Page, type PageInput, type RowQuery, withPurged } from '../page.ts';
import { requireStage } from '../stages/find-stage.ts';
import { leadSourceIds, unlistedAs } from '../sources/sources.ts';
import { isIndexed, searchPattern } from './search-text.ts';

/** Every field given must hold; null and absent are the same. */
export type LeadFilter = {
  readonly widgetId?: string | null | undefined;
  readonly businessId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
  /** A stage's id, key or name. */
  readonly stage?: string | null | undefined;
  readonly status?: LeadStatus | null | undefined;
  readonly temperature?: Temperature | null | undefined;
  readonly tier?: LeadTier | null | undefined;
  readonly assignedToId?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** A source that is listed; `manual` stands for all that are not. Another one has no leads. */
  readonly listedSource?: string | null | undefined;
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
  /** Those that were deleted and can be restored, and no others. */
  readonly deletedOnly?: boolean | null | undefined;
};

/** Leads newest first. @throws INVALID for a page out of bounds, an unknown cursor or an unknown stage. */
export const listLeads = (context: DomainContext, filter: LeadFilter, page: PageInput): Promise<Page<LeadRow>> =>
  list<LeadRow>(context, filter, page, {}, maxPageSize);

export const exportPageSize = 1000;

/** The same list by its ids alone, in pages of up to 1,000: for whoever reads the rows in bulk. */
export const listLeadIds = (context: DomainContext, filter: LeadFilter, page: PageInput): Promise<Page<Identified>> =>
  list<Identified>(context, filter, page, { select: { id: true } }, exportPageSize);

type Identified = { readonly id: string };

async function list<Row>(
  context: DomainContext & { readonly db: { readonly lead: Delegate<Row, Prisma.LeadWhereInput> } },
  filter: LeadFilter,
  page: PageInput,
  query: RowQuery,
  mostRows: number,
): Promise<Page<Row>> {
  requireScope(context.actor, 'leads:read');
  const read = (where: Prisma.LeadWhereInput, more: RowQuery = {}) =>
    listPage<Row, Prisma.LeadWhereInput>(
      withPurged(context.db.lead, context.db.auditEntry),
      where,
      page,
      { ...query, ...more },
      mostRows,
    );
  const where = await toWhere(context, filter);
  return filter.q ? search(context, where, filter.q, page, read) : read(where);
}

/** How many of the newest leads are looked through one by one, which takes some 10 ms. */
const searchReach = 10_000;

/**
 * No lead there is, in a column that no index has: beside it the words can't be looked up in theirs. A prepared statement is
 * planned for no words in particular after five uses and would always do so: 2 s for two letters, 0.6 s for a frequent word,
 * at 200,000 leads.
 */
const unindexed: Prisma.LeadWhereInput = { createdAt: { lt: new Date(0) } };

/** The same order as that of the ids, but one that no index has. */
const sorted = { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] };

/**
 * Frequent words fill a page from the newest leads alone; for rarer ones the index is asked. Left to choose, PostgreSQL
 * walked a million leads for words that only old ones had: 5.1 s. What stays dear is a word of many leads, none of them among
 * the newest: all are read and sorted, 0.5 s for 92,500 of 200,000.
 */
async function search<Row>(
  { db }: DomainContext,
  where: Prisma.LeadWhereInput,
  words: string,
  { after }: PageInput,
  read: (where: Prisma.LeadWhereInput, more?: RowQuery) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  const text = { search: { contains: searchPattern(words) } };
  const all = { ...where, ...text };
  const newest = { ...where, OR: [text, unindexed] };
  const [beyond] = await db.lead.findMany({
    where: after ? { id: { lt: after } } : {},
    orderBy: { id: 'desc' },
    skip: searchReach,
    take: 1,
    select: { id: true },
  });
  const found = await read(beyond ? { ...newest, AND: { id: { gt: beyond.id } } } : newest);
  if (!beyond || !isIndexed(words)) return found;
  if (found.hasNextPage) return { ...found, countAll: () => db.lead.count({ where: all }) };
  return read(all, sorted);
}

function sourceIs({ source, listedSource }: LeadFilter): Prisma.StringFilter {
  const exactly = source == null ? {} : { equals: source.normalize('NFC') };
  if (listedSource == null) return exactly;
  if (listedSource === unlistedAs) return { ...exactly, notIn: leadSourceIds.filter((id) => id !== unlistedAs) };
  return { ...exactly, in: leadSourceIds.filter((id) => id === listedSource) };
}

async function toWhere({ db }: Pick<DomainContext, 'db'>, filter: LeadFilter): Promise<Prisma.LeadWhereInput> {
  const { stage, tags, updatedSince, createdSince } = filter;
  const where: Prisma.LeadWhereInput = { deletedAt: filter.deletedOnly ? { not: null } : null };
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.conversationId != null) where.conversationId = filter.conversationId;
  if (filter.status != null) where.status = filter.status;
  if (filter.temperature != null) where.temperature = filter.temperature;
  if (filter.tier != null) where.tier = filter.tier;
  if (filter.assignedToId != null) where.assignedToId = filter.assignedToId;
  if (filter.source != null || filter.listedSource != null) where.source = sourceIs(filter);
  if (filter.email != null) where.email = filter.email.trim().normalize('NFC').toLowerCase();
  if (filter.targetType != null) where.targetType = filter.targetType.normalize('NFC');
  if (tags?.length) where.tags = { hasEvery: tags.map((tag) => tag.normalize('NFC')) };
  if (updatedSince) where.updatedAt = { gte: updatedSince };
  if (createdSince) where.createdAt = { gte: createdSince };
  if (stage != null) where.stageId = (await requireStage(db, stage)).id;
  return where;
}
