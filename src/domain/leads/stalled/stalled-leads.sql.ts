import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';
import { idleSinceSql, isOpenSql, isOpenStageSql, isOpenStatusSql } from './open-leads.ts';

const policy = {
  highFrom: plain<number>(),
  mediumFrom: plain<number>(),
  highSince: plain<Date>(),
  mediumSince: plain<Date>(),
  lowSince: plain<Date>(),
};

/** Priorities count from 1. */
const prioritySql = `case when l.tier = 'HIGH' or l.confidence_score >= :highFrom then 1
              when l.tier = 'MEDIUM' or l.confidence_score >= :mediumFrom or coalesce(l.tier::text, l.confidence_score::text) is null then 2
              else 3 end`;
const overdueSql = `(array[:highSince::timestamptz, :mediumSince::timestamptz, :lowSince::timestamptz])`;

const openLeads = `leads l join stages s on s.org_id = l.org_id and s.id = l.stage_id
     where l.org_id = :org and l.deleted_at is null and (:business::text is null or l.business_id = :business) and ${isOpenSql}`;

/** All that are open, as it is kept, without those somebody was in touch with lately: few beside them, and together in leads_idle. */
const totalSql = `(coalesce((
      select sum(k.count) from kept_counts k join stages s on s.org_id = k.org_id and s.id = split_part(k.key, ' ', 1)
       where k.org_id = :org and k.business_id = coalesce(:business::text, '') and k.kind = 'LEADS'
         and ${isOpenStatusSql("split_part(k.key, ' ', 2)")} and ${isOpenStageSql}), 0) - (
      select count(*) from ${openLeads} and ${idleSinceSql} > :oldestSince::timestamptz and ${idleSinceSql} > ${overdueSql}[${prioritySql}]))::int`;

/** The first ones of a priority, in the order of leads_idle, which is read no further; none where the page is full before. */
const ofPriority = (priority: number, before: string) => `p${priority} as materialized (
    select l.id, ${idleSinceSql} as idle_since, ${priority} as priority from ${openLeads}
       and ${idleSinceSql} <= ${overdueSql}[${priority}] and ${prioritySql} = ${priority}
     order by idle_since, l.id limit :limit::int + :offset::int${before}
  )`;

/** Open leads that are overdue for a contact: the most urgent first, then those idle the longest. */
export const stalledPage = statement({
  name: 'stalled-page',
  args: { ...policy, oldestSince: plain<Date>(), limit: plain<number>(), offset: plain<number>() },
  row: z.object({ total: z.number(), page: z.array(z.tuple([z.string(), z.string()])) }),
  // How long ago it begins, and whether anybody has a priority, decides whether its rows are few.
  isPlannedAnew: true,
  text: `with ${ofPriority(1, '')}, ${ofPriority(2, ' - (select count(*) from p1)')},
  ${ofPriority(3, ' - (select count(*) from p1) - (select count(*) from p2)')},
  met as (select * from p1 union all select * from p2 union all select * from p3)
  select ${totalSql} as total,
         array(select array[id, priority::text] from met order by priority, idle_since, id limit :limit offset :offset) as page`,
});
