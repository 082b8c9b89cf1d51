import type { LeadStatus, LeadTier, Prisma, Temperature } from '../../../db/generated/prisma/client.ts';
import { invalidField } from '../../../errors.ts';
import type { DomainContext } from '../../context.ts';
import { idsMade } from '../../made-between.ts';
import { requireStage, requireStages } from '../../stages/find-stage.ts';
import { leadSourceIds, unlistedAs } from '../../sources/sources.ts';
import { checkWords } from '../../words.ts';

/** At least one end is given. */
export type Range<Value> = { readonly from?: Value | null | undefined; readonly to?: Value | null | undefined };

/** Every field given must hold; null and absent are the same. */
export type LeadFilter = {
  readonly widgetId?: string | null | undefined;
  readonly businessId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
  /** A stage's id, key or name. */
  readonly stage?: string | null | undefined;
  /** One of them; not beside `stage`. */
  readonly stages?: readonly string[] | null | undefined;
  readonly status?: LeadStatus | null | undefined;
  /** One of them; not beside `status`. */
  readonly statuses?: readonly LeadStatus[] | null | undefined;
  readonly temperature?: Temperature | null | undefined;
  readonly tier?: LeadTier | null | undefined;
  readonly assignedToId?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** A source that is listed; `manual` stands for all that are not. Another one has no leads. */
  readonly listedSource?: string | null | undefined;
  /** Every one of them must be on the lead. */
  readonly tags?: readonly string[] | null | undefined;
  /** At least one of them must be on the lead. */
  readonly tagsAny?: readonly string[] | null | undefined;
  readonly email?: string | null | undefined;
  readonly targetType?: string | null | undefined;
  /** Words as they stand, in any case, in what a lead is searched by: see search-text.ts. */
  readonly q?: string | null | undefined;
  /** Inclusive. */
  readonly updatedSince?: Date | null | undefined;
  /** Inclusive. */
  readonly createdSince?: Date | null | undefined;
  /** `from` inclusive, `to` exclusive; not beside `updatedSince`. */
  readonly updated?: Range<Date> | null | undefined;
  /** `from` inclusive, `to` exclusive; not beside `createdSince`. */
  readonly created?: Range<Date> | null | undefined;
  /** Both inclusive. A lead without a score is in no range. */
  readonly score?: Range<number> | null | undefined;
  /** True for those that asked for no more mail, false for those that did not. */
  readonly unsubscribed?: boolean | null | undefined;
  /** Those that were deleted and can be restored, and no others. */
  readonly deletedOnly?: boolean | null | undefined;
};

function sourceIs({ source, listedSource }: LeadFilter): Prisma.StringFilter {
  const exactly = source == null ? {} : { equals: source.normalize('NFC') };
  if (listedSource == null) return exactly;
  if (listedSource === unlistedAs) return { ...exactly, notIn: leadSourceIds.filter((id) => id !== unlistedAs) };
  return { ...exactly, in: leadSourceIds.filter((id) => id === listedSource) };
}

/** @throws INVALID for both spellings of one filter, since one of them would be lost. */
function notBoth(filter: LeadFilter, one: keyof LeadFilter, other: keyof LeadFilter): void {
  if (filter[one] != null && filter[other] != null) throw invalidField(other, `goes not together with ${one}`);
}

const mostListed = 50;

/** @throws INVALID for a list that nothing could be in: who wants all leaves it out. */
function checkNotEmpty(field: keyof LeadFilter, list: readonly unknown[] | null | undefined): void {
  if (list?.length === 0) throw invalidField(field, 'must not be empty: leave it out for all');
}

function checkLength(field: keyof LeadFilter, list: readonly unknown[] | null | undefined): void {
  if (list && list.length > mostListed) throw invalidField(field, `must be at most ${mostListed}`);
}

/** @throws INVALID for a range without an end, and for one that nothing can be in. */
function checkRange(field: string, range: Range<Date | number> | null | undefined, inclusive: boolean): void {
  if (!range) return;
  const { from, to } = range;
  if (from == null && to == null) throw invalidField(field, 'must have from, to or both');
  if (from == null || to == null) return;
  const isReversed = inclusive ? from > to : from >= to;
  if (isReversed) throw invalidField(`${field}.to`, inclusive ? 'must not be below from' : 'must be later than from');
}

function check(filter: LeadFilter): void {
  notBoth(filter, 'stage', 'stages');
  notBoth(filter, 'status', 'statuses');
  notBoth(filter, 'updatedSince', 'updated');
  notBoth(filter, 'createdSince', 'created');
  for (const field of ['stages', 'statuses', 'tagsAny'] as const) checkNotEmpty(field, filter[field]);
  for (const field of ['stages', 'statuses', 'tags', 'tagsAny'] as const) checkLength(field, filter[field]);
  checkWords(filter.q);
  checkRange('updated', filter.updated, false);
  checkRange('created', filter.created, false);
  checkRange('score', filter.score, true);
}

const within = ({ from, to }: Range<Date>) => ({ ...(from && { gte: from }), ...(to && { lt: to }) });

const normal = (tags: readonly string[]) => tags.map((tag) => tag.normalize('NFC'));

/** What a lead must hold, but for the words of `q`. @throws INVALID for a filter that contradicts itself, or an unknown stage. */
export async function toWhere({ db }: Pick<DomainContext, 'db'>, filter: LeadFilter): Promise<Prisma.LeadWhereInput> {
  check(filter);
  const { stage, stages, tags, tagsAny, score } = filter;
  const created = filter.created ?? (filter.createdSince && { from: filter.createdSince });
  const updated = filter.updated ?? (filter.updatedSince && { from: filter.updatedSince });
  const where: Prisma.LeadWhereInput = { deletedAt: filter.deletedOnly ? { not: null } : null };
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.conversationId != null) where.conversationId = filter.conversationId;
  if (filter.status != null) where.status = filter.status;
  if (filter.statuses) where.status = { in: [...filter.statuses] };
  if (filter.temperature != null) where.temperature = filter.temperature;
  if (filter.tier != null) where.tier = filter.tier;
  if (filter.assignedToId != null) where.assignedToId = filter.assignedToId;
  if (filter.source != null || filter.listedSource != null) where.source = sourceIs(filter);
  if (filter.email != null) where.email = filter.email.trim().normalize('NFC').toLowerCase();
  if (filter.unsubscribed != null) where.unsubscribedAt = filter.unsubscribed ? { not: null } : null;
  if (filter.targetType != null) where.targetType = filter.targetType.normalize('NFC');
  if (tags?.length) where.tags = { hasEvery: normal(tags) };
  // The ORM takes one condition of a list at a time.
  if (tagsAny) where.AND = [{ tags: { hasSome: normal(tagsAny) } }];
  if (updated) where.updatedAt = within(updated);
  if (created) Object.assign(where, { createdAt: within(created), id: idsMade(created) });
  if (score)
    where.score = { ...(score.from != null && { gte: score.from }), ...(score.to != null && { lte: score.to }) };
  if (stage != null) where.stageId = (await requireStage(db, stage)).id;
  if (stages) where.stageId = { in: (await requireStages(db, stages)).map(({ id }) => id) };
  return where;
}
