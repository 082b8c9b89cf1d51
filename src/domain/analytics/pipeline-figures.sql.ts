import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statement } from '../../db/run/statement.ts';

/** One pass over the leads, whatever is counted of them. */
export const figuresOfLeads = statement({
  name: 'figures-of-leads',
  args: { since: plain<Date>() },
  row: z.object({
    kind: z.enum(['byStage', 'byStatus', 'byTier', 'bySource', 'byScore', 'byDay', 'total']),
    of: z.string().nullable(),
    count: z.number(),
    newLeads: z.number(),
    convertedLeads: z.number(),
    enrichedLeads: z.number(),
    scoredLeads: z.number(),
    averageConfidence: z.number().nullable(),
  }),
  text: `select case when grouping(stage_id) = 0 then 'byStage' when grouping(status) = 0 then 'byStatus'
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
               case when created_at >= :since then (created_at at time zone 'UTC')::date end as day
          from leads where org_id = :org and deleted_at is null and (:business::text is null or business_id = :business)) lead
 group by grouping sets ((), (stage_id), (status), (tier), (source), (confidence_score), (day))`,
});

/** What happened since then: ids begin with the time their rows were made, so the primary keys hold the range. */
export const figuresOfActivity = statement({
  name: 'figures-of-activity',
  args: { sinceId: plain<string>() },
  row: z.object({ kind: z.enum(['touchpoints', 'audit', 'enrolments']), of: z.string(), count: z.number() }),
  // How long ago it begins decides whether its rows are few.
  isPlannedAnew: true,
  text: `select 'touchpoints' as kind, type::text as "of", count(*)::int as count from touchpoints
    where org_id = :org and id >= :sinceId and (:business::text is null or business_id = :business) group by type
  union all
  select 'audit', action, count(*)::int from audit_entries
    where org_id = :org and id >= :sinceId and (:business::text is null or business_id = :business)
      and action in ('lead.stage_changed', 'lead.converted') group by action
  union all
  select 'enrolments', status::text, count(*)::int from enrolments
    where org_id = :org and (:business::text is null or business_id = :business) group by status`,
});
