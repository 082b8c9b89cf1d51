import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';

/**
 * How many of the leads that are there each stage has now, and what came to it and left it in each piece of time since. Where a lead
 * came from stands in the audit: beside the entry of its move, by that of the same write which tells what changed. What it came to is
 * what it left next, or where it is now. Writes stand in the order of their revisions, which that of ids within a millisecond is not.
 */
export const leadsOverTime = statement({
  name: 'leads-over-time',
  args: { bucket: plain<string>(), fromId: plain<string>(), most: plain<number>() },
  row: z.object({
    kind: z.enum(['now', 'change', 'moves', 'made']),
    at: z.date().nullable(),
    stageId: z.string().nullable(),
    count: z.number(),
  }),
  isPlannedAnew: true,
  text: `with moves as materialized (
    select moved.revision, moved.subject_id as lead_id, moved.created_at,
           (select told.changes #>> '{stageId,before}' from audit_entries told
             where told.org_id = :org and told.subject_id = moved.subject_id and told.id >= :fromId
               and told.revision = moved.revision and told.changes #> '{stageId}' is not null
             limit 1) as before
      from audit_entries moved
     where moved.org_id = :org and moved.action = 'lead.stage_changed' and moved.id >= :fromId
       and (:business::text is null or moved.business_id = :business)
     order by moved.id desc limit :most
  ), made as materialized (
    select id, stage_id, created_at from leads
     where org_id = :org and id >= :fromId and deleted_at is null and (:business::text is null or business_id = :business)
     order by id desc limit :most
  ), chained as (
    select moves.lead_id, moves.created_at, moves.before,
           coalesce(lead(moves.before) over each_lead, leads.stage_id) as after, row_number() over each_lead as nth
      from moves join leads on leads.org_id = :org and leads.id = moves.lead_id and leads.deleted_at is null
    window each_lead as (partition by moves.lead_id order by moves.revision)
  ), changes as (
    select created_at, before as stage_id, -1 as by from chained
    union all select created_at, after, 1 from chained
    union all
    select made.created_at, case when chained.lead_id is null then made.stage_id else chained.before end, 1
      from made left join chained on chained.lead_id = made.id and chained.nth = 1
  )
  select 'now' as kind, null::timestamptz as at, split_part(key, ' ', 1) as "stageId", sum(count)::int as count from kept_counts
   where org_id = :org and business_id = coalesce(:business::text, '') and kind = 'LEADS' and count > 0 group by 3
  union all
  select 'change', date_trunc(:bucket::text, created_at, 'UTC'), stage_id, sum(by)::int from changes group by 2, 3
  union all select 'moves', min(created_at), null, count(*)::int from moves
  union all select 'made', min(created_at), null, count(*)::int from made`,
});
