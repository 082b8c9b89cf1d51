import { z } from 'zod';
import { sharedNowSql } from '../../clock.ts';
import { plain, texts } from '../../db/run/args.ts';
import { writeStatement } from '../../db/run/statement.ts';
import { deliveryIdSql } from '../../db/write/delivery-id.ts';

/** New deliveries of kept events to one endpoint, whose row is locked; never beside one that is still pending. Where it is only tried, they are counted. */
export const replayDeliveries = writeStatement({
  name: 'replay-deliveries',
  args: {
    endpointId: plain<string>(),
    ofBusiness: plain<string | null>(),
    afterPosition: plain<bigint>(),
    types: texts,
    limit: plain<number>(),
    isTried: plain<boolean>(),
  },
  row: z.object({ made: z.number(), looked: z.number(), found: z.number(), lastEventId: z.string().nullable() }),
  beyondBusiness: 'An endpoint that the caller can see gets the events of its own business.',
  hasWritten: (rows) => rows.some(({ made }) => made > 0),
  text: `with found as (
  select position, id
    from events
   where org_id = :org and position > :afterPosition and type = any(:types) and (:ofBusiness::text is null or business_id = :ofBusiness)
   order by position
   limit :limit::int + 1
), range as (
  select position, id from found order by position limit :limit::int
), wanted as (
  select r.position, r.id from range r
   where not exists (
     select from webhook_deliveries d
      where d.org_id = :org and d.event_id = r.id and d.endpoint_id = :endpointId and d.state = 'PENDING')
), made as (
  insert into webhook_deliveries (org_id, id, endpoint_id, business_id, event_id, event_position, state, next_attempt_at, created_at)
  select :org, ${deliveryIdSql(':now::timestamptz', 'r.position', ':endpointId || r.id')}, :endpointId, :ofBusiness, r.id, r.position, 'PENDING', ${sharedNowSql(':sharedNow')}, :now
    from wanted r
   where not :isTried::boolean
  returning 1
)
select (select count(*)::int from wanted) as made,
       (select count(*)::int from range) as looked,
       (select count(*)::int from found) as found,
       (select id from range order by position desc limit 1) as "lastEventId"`,
});
