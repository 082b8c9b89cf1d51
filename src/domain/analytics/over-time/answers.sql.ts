import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';

/** What was written to visitors, by piece of time: ids begin with the time their rows were made, so the primary key holds the range. */
export const answersOverTime = statement({
  name: 'answers-over-time',
  args: { bucket: plain<string>(), fromId: plain<string>(), toId: plain<string>(), most: plain<number>() },
  row: z.object({ at: z.date(), byAi: z.number(), byPerson: z.number(), read: z.number() }),
  // How long ago it begins decides whether its rows are few.
  isPlannedAnew: true,
  text: `with written as materialized (
    select role, created_at from messages
     where org_id = :org and id >= :fromId and id < :toId and (:business::text is null or business_id = :business)
       and (:conversation::text is null or conversation_id = :conversation)
     order by id desc limit :most
  )
  select date_trunc(:bucket::text, created_at, 'UTC') as at,
         (count(*) filter (where role = 'AI'))::int as "byAi",
         (count(*) filter (where role = 'HUMAN'))::int as "byPerson",
         (select count(*)::int from written) as read
    from written group by 1`,
});
