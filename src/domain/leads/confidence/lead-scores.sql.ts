import { z } from 'zod';
import { plain } from '../../../db/run/args.ts';
import { statement, writeStatement } from '../../../db/run/statement.ts';

const inReach = 'org_id = :org and deleted_at is null and (:business::text is null or business_id = :business)';

/** Locks the leads in reach whose score is the oldest, those without one first, and answers their ids in the order of the locks. */
export const lockLeadsToScore = writeStatement({
  name: 'lock-leads-to-score',
  args: { limit: plain<number>() },
  row: z.object({ id: z.string() }),
  text: `with picked as materialized (
    select id from leads where ${inReach} order by scored_at nulls first, id limit :limit
  )
  select id from leads where ${inReach} and id in (select id from picked) order by id for no key update`,
});

/** How many leads in reach have no score, or one from before `since`. */
export const countLeadsToScore = statement({
  name: 'count-leads-to-score',
  args: { since: plain<Date>() },
  row: z.object({ count: z.number() }),
  text: `select count(*)::int as count from leads where ${inReach} and (scored_at is null or scored_at < :since)`,
});
