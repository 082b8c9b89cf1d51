import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement } from '../../../db/run/statement.ts';

const figures = (who: string, name: string) => `count(${who})::int as "${name}Count",
         percentile_cont(0.5) within group (order by ${who}) as "${name}Median",
         percentile_cont(0.9) within group (order by ${who}) as "${name}Ninety"`;

/**
 * How long visitors waited for the first answer, by when they began: conversations are a range of the primary key, the first
 * messages of each one of their index.
 */
export const firstResponsesOverTime = statement({
  name: 'first-responses-over-time',
  args: {
    bucket: plain<string>(),
    fromId: plain<string>(),
    toId: plain<string>(),
    most: plain<number>(),
    messages: plain<number>(),
  },
  row: z.object({
    at: z.date(),
    conversations: z.number(),
    aiCount: z.number(),
    aiMedian: z.number().nullable(),
    aiNinety: z.number().nullable(),
    personCount: z.number(),
    personMedian: z.number().nullable(),
    personNinety: z.number().nullable(),
    read: z.number(),
  }),
  isPlannedAnew: true,
  text: `with begun as materialized (
    select id, created_at from conversations
     where org_id = :org and id >= :fromId and id < :toId and (:business::text is null or business_id = :business)
       and (:conversation::text is null or id = :conversation)
     order by id desc limit :most
  ), answered as (
    select begun.created_at,
           case when said.ai >= said.asked then extract(epoch from said.ai - said.asked)::float8 end as ai,
           case when said.person >= said.asked then extract(epoch from said.person - said.asked)::float8 end as person
      from begun cross join lateral (
        select min(first.created_at) filter (where role = 'VISITOR') as asked,
               min(first.created_at) filter (where role = 'AI') as ai,
               min(first.created_at) filter (where role = 'HUMAN') as person
          from (select role, created_at from messages where org_id = :org and conversation_id = begun.id
                 order by id limit :messages) first
      ) said
  )
  select date_trunc(:bucket::text, created_at, 'UTC') as at, count(*)::int as conversations,
         ${figures('ai', 'ai')},
         ${figures('person', 'person')},
         (select count(*)::int from begun) as read
    from answered group by 1`,
});
