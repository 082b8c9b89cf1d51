import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';
import { idleSinceSql, isOpenSql } from './open-leads.ts';

const overdueSince = 'array[:highSince::timestamptz, :mediumSince::timestamptz, :lowSince::timestamptz]';

/** Open leads that are overdue for a contact: the most urgent first, then those idle the longest. Priorities count from 1. */
export const stalledPage = statement({
  name: 'stalled-page',
  args: {
    highFrom: plain<number>(),
    mediumFrom: plain<number>(),
    highSince: plain<Date>(),
    mediumSince: plain<Date>(),
    lowSince: plain<Date>(),
    limit: plain<number>(),
    offset: plain<number>(),
  },
  row: z.object({ total: z.number(), page: z.array(z.tuple([z.string(), z.string()])) }),
  text: `with open as (
    select l.id, ${idleSinceSql} as idle_since,
           case when l.tier = 'HIGH' or l.confidence_score >= :highFrom then 1
                when l.tier = 'MEDIUM' or l.confidence_score >= :mediumFrom or coalesce(l.tier::text, l.confidence_score::text) is null then 2
                else 3 end as priority
      from leads l join stages s on s.org_id = l.org_id and s.id = l.stage_id
     where l.org_id = :org and l.deleted_at is null and (:business::text is null or l.business_id = :business)
       and ${idleSinceSql} <= greatest(:highSince::timestamptz, :mediumSince::timestamptz, :lowSince::timestamptz) and ${isOpenSql}
  ), overdue as (
    select * from open where idle_since <= (${overdueSince})[priority]
  )
  select (select count(*)::int from overdue) as total,
         array(select array[id, priority::text] from overdue order by priority, idle_since, id limit :limit offset :offset) as page`,
});
