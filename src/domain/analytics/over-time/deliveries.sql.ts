import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';

/** How deliveries went and how long their receivers took, by when they were made: a range of the primary key, and of that of their attempts. */
export const deliveriesOverTime = statement({
  name: 'deliveries-over-time',
  args: { bucket: plain<string>(), fromId: plain<string>(), toId: plain<string>(), most: plain<number>() },
  row: z.object({
    at: z.date(),
    succeeded: z.number(),
    pending: z.number(),
    dead: z.number(),
    attempts: z.number(),
    unanswered: z.number(),
    medianMs: z.number().nullable(),
    ninetyFifthMs: z.number().nullable(),
    read: z.number(),
  }),
  isPlannedAnew: true,
  text: `with made as materialized (
    select id, state, date_trunc(:bucket::text, created_at, 'UTC') as at from webhook_deliveries
     where org_id = :org and id >= :fromId and id < :toId and (:business::text is null or business_id = :business)
     order by id desc limit :most
  ), tried as (
    select made.at, count(*)::int as attempts, (count(*) filter (where status is null))::int as unanswered,
           percentile_cont(0.5) within group (order by duration_ms) filter (where status is not null) as "medianMs",
           percentile_cont(0.95) within group (order by duration_ms) filter (where status is not null) as "ninetyFifthMs"
      from made join webhook_attempts on webhook_attempts.org_id = :org and webhook_attempts.delivery_id = made.id
     group by 1
  )
  select at, (count(*) filter (where state = 'SUCCEEDED'))::int as succeeded,
         (count(*) filter (where state = 'PENDING'))::int as pending,
         (count(*) filter (where state = 'DEAD'))::int as dead,
         coalesce(min(attempts), 0) as attempts, coalesce(min(unanswered), 0) as unanswered,
         min("medianMs") as "medianMs", min("ninetyFifthMs") as "ninetyFifthMs",
         (select count(*)::int from made) as read
    from made left join tried using (at) group by 1`,
});
