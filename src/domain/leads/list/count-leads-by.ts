import { requireScope } from '../../../access/actor.ts';
import { LeadStatus, LeadTier } from '../../../db/generated/prisma/enums.ts';
import type { Prisma } from '../../../db/generated/prisma/client.ts';
import type { DomainContext } from '../../context.ts';
import { findLeadGroups, findLeadSources, type LeadsOf } from '../../counts/kept-leads.ts';
import { leadSourceIds, leadSources } from '../../sources/sources.ts';
import { readPipeline } from '../../stages/list-stages.ts';
import { type LeadFilter, toWhere } from './lead-filter.ts';
import { searchedWhere } from './search-leads.ts';

export type LeadGroup = 'STAGE' | 'STATUS' | 'SOURCE' | 'TIER';

export type LeadCount = {
  /** A stage's key, a status, a source or a tier; `NONE` for leads without a tier. */
  readonly key: string;
  /** What people call it. */
  readonly label: string;
  readonly count: number;
};

/** A lead may come from anywhere, so that there is an end to what is told of sources. */
export const mostSources = 200;

const columns = { STAGE: 'stageId', STATUS: 'status', TIER: 'tier' } as const satisfies Record<
  Exclude<LeadGroup, 'SOURCE'>,
  Prisma.LeadScalarFieldEnum
>;
type Column = (typeof columns)[keyof typeof columns];

/**
 * How many leads there are of each kind: as it is kept where nothing but stages, statuses, tiers and a business is asked for, or
 * sources and a business, and else counted in one statement.
 * @throws INVALID for a filter that contradicts itself, or an unknown stage.
 */
export async function countLeadsBy(context: DomainContext, by: LeadGroup, filter: LeadFilter): Promise<LeadCount[]> {
  requireScope(context.actor, 'leads:read');
  const given = await toWhere(context, filter);
  const where = filter.q ? await searchedWhere(context, given, filter.q) : given;
  const { db } = context;
  if (by === 'SOURCE')
    return (await findLeadSources(context, where, mostSources))?.map(toSource) ?? countSources(db, where);
  const column = columns[by];
  const kept = await findLeadGroups(context, where);
  const counts = kept ? sumBy(kept, column) : await countBy(db, column, where);
  const told = (key: string, label: string, of: string = key): LeadCount => ({
    key,
    label,
    count: counts.get(of) ?? 0,
  });
  switch (by) {
    case 'STAGE':
      return (await readPipeline(db)).map(({ id, key, name }) => told(key, name, id));
    case 'STATUS':
      return Object.values(LeadStatus).map((status) => told(status, inWords(status)));
    case 'TIER':
      return [...Object.values(LeadTier).map((tier) => told(tier, inWords(tier))), told('NONE', 'None')];
  }
}

const noTier = 'NONE';

async function countBy(
  db: DomainContext['db'],
  column: Column,
  where: Prisma.LeadWhereInput,
): Promise<Map<string, number>> {
  const rows = await db.lead.groupBy({ by: [column], where, _count: true });
  return new Map(rows.map(({ _count: count, ...group }) => [group[column] ?? noTier, count]));
}

function sumBy(kept: readonly LeadsOf[], column: Column): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { count, ...of } of kept) sums.set(of[column], (sums.get(of[column]) ?? 0) + count);
  return sums;
}

type SourceCount = { readonly source: string; readonly count: number };
const toSource = ({ source, count }: SourceCount): LeadCount => ({ key: source, label: nameOf(source), count });

/** Those of most leads: anybody may write another one with each lead. */
async function countSources(db: DomainContext['db'], where: Prisma.LeadWhereInput): Promise<LeadCount[]> {
  const rows = await db.lead.groupBy({
    by: ['source'],
    where,
    _count: true,
    orderBy: [{ _count: { source: 'desc' } }, { source: 'asc' }],
    take: mostSources,
  });
  return rows.map(({ source, _count: count }) => toSource({ source, count }));
}

const inWords = (value: string): string => value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');

/** A source that is not listed is called what it is. */
function nameOf(source: string): string {
  const listed = leadSourceIds.find((id) => id === source);
  return listed ? leadSources[listed].name : source;
}
