import type pg from 'pg';
import type { EnrolmentStatus, LeadStatus, LeadTier, TouchpointType } from '../generated/prisma/enums.ts';
import type { TenantScope } from '../scoped.ts';

type Count<Of> = { readonly of: Of; readonly count: number };

/** What a pipeline amounts to, counted by the database: no lead is read. */
export type PipelineFigures = {
  readonly leads: number;
  readonly newLeads: number;
  readonly convertedLeads: number;
  readonly enrichedLeads: number;
  readonly scoredLeads: number;
  readonly averageConfidence: number | null;
  /** By stage id. */
  readonly byStage: readonly Count<string>[];
  readonly byStatus: readonly Count<LeadStatus>[];
  readonly byTier: readonly Count<LeadTier | null>[];
  readonly bySource: readonly Count<string>[];
  /** By confidence score. */
  readonly byScore: readonly Count<number>[];
  /** New leads by day in UTC, `2026-05-04`; days without any are left out. */
  readonly byDay: readonly Count<string>[];
  readonly touchpoints: readonly Count<TouchpointType>[];
  readonly stageMoves: number;
  readonly conversions: number;
  readonly enrolments: readonly Count<EnrolmentStatus>[];
};

export type ReadPipelineFigures = (scope: TenantScope, since: Date, sinceId: string) => Promise<PipelineFigures>;

/** One pass over the leads, whatever is counted of them. */
const leadsSql = `select case when grouping(stage_id) = 0 then 'byStage' when grouping(status) = 0 then 'byStatus'
      when grouping(tier) = 0 then 'byTier' when grouping(source) = 0 then 'bySource'
      when grouping(confidence_score) = 0 then 'byScore' when grouping(day) = 0 then 'byDay' else 'total' end as kind,
    coalesce(stage_id, status::text, tier::text, source, confidence_score::text, day::text) as "of",
    count(*)::int as count,
    (count(*) filter (where day is not null))::int as "newLeads",
    (count(*) filter (where status = 'CONVERTED'))::int as "convertedLeads",
    (count(*) filter (where enrichment_status = 'COMPLETE'))::int as "enrichedLeads",
    count(confidence_score)::int as "scoredLeads",
    avg(confidence_score)::float8 as "averageConfidence"
  from (select stage_id, status, tier, source, confidence_score, enrichment_status,
               case when created_at >= $3 then (created_at at time zone 'UTC')::date end as day
          from leads where org_id = $1 and deleted_at is null and ($2::text is null or business_id = $2)) lead
 group by grouping sets ((), (stage_id), (status), (tier), (source), (confidence_score), (day))`;

/** What happened since then: ids begin with the time their rows were made, so the primary keys hold the range. */
const activitySql = `select 'touchpoints' as kind, type::text as "of", count(*)::int as count from touchpoints
    where org_id = $1 and id >= $3 and ($2::text is null or business_id = $2) group by type
  union all
  select 'audit', action, count(*)::int from audit_entries
    where org_id = $1 and id >= $3 and ($2::text is null or business_id = $2)
      and action in ('lead.stage_changed', 'lead.converted') group by action
  union all
  select 'enrolments', status::text, count(*)::int from enrolments
    where org_id = $1 and ($2::text is null or business_id = $2) group by status`;

type LeadRow = {
  readonly kind: 'byStage' | 'byStatus' | 'byTier' | 'bySource' | 'byScore' | 'byDay' | 'total';
  readonly of: string | null;
  readonly count: number;
} & Pick<PipelineFigures, 'newLeads' | 'convertedLeads' | 'enrichedLeads' | 'scoredLeads' | 'averageConfidence'>;

type ActivityRow = {
  readonly kind: 'touchpoints' | 'audit' | 'enrolments';
  readonly of: string;
  readonly count: number;
};

/** Two statements, whatever the number of leads. */
export function createReadPipelineFigures(pool: Pick<pg.Pool, 'query'>): ReadPipelineFigures {
  return async ({ orgId, businessId }, since, sinceId) => {
    const { rows: leads } = await pool.query<LeadRow>(leadsSql, [orgId, businessId, since]);
    const { rows: activity } = await pool.query<ActivityRow>(activitySql, [orgId, businessId, sinceId]);
    // The column each kind is grouped by holds nothing but the values of its type.
    const counts = <Of extends string | null>(kind: LeadRow['kind'] | ActivityRow['kind']): Count<Of>[] =>
      [...leads, ...activity].filter((row) => row.kind === kind).map(({ of, count }) => ({ of: of as Of, count }));
    const known = <Of extends string>(kind: LeadRow['kind']): Count<Of>[] =>
      counts<Of | null>(kind).flatMap(({ of, count }) => (of === null ? [] : [{ of, count }]));
    const happened = (action: string) => activity.find(({ kind, of }) => kind === 'audit' && of === action)?.count ?? 0;
    const total = leads.find(({ kind }) => kind === 'total');
    return {
      leads: total?.count ?? 0,
      newLeads: total?.newLeads ?? 0,
      convertedLeads: total?.convertedLeads ?? 0,
      enrichedLeads: total?.enrichedLeads ?? 0,
      scoredLeads: total?.scoredLeads ?? 0,
      averageConfidence: total?.averageConfidence ?? null,
      byStage: known('byStage'),
      byStatus: known('byStatus'),
      byTier: counts('byTier'),
      bySource: known('bySource'),
      byScore: known('byScore').map(({ of, count }) => ({ of: Number(of), count })),
      byDay: known('byDay'),
      touchpoints: counts('touchpoints'),
      stageMoves: happened('lead.stage_changed'),
      conversions: happened('lead.converted'),
      enrolments: counts('enrolments'),
    };
  };
}
