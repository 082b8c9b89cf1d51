import { sharedNowSql } from '../../clock.ts';
import { deliveryIdSql } from './delivery-id.ts';

export type ReplayRange = {
  readonly endpointId: string;
  /** The endpoint's own lock: only events of this business. */
  readonly businessId: string | null;
  readonly afterPosition: bigint;
  readonly types: readonly string[];
  readonly limit: number;
};

export type Replayed = {
  readonly made: number;
  /** Events whose delivery was still under way. */
  readonly skipped: number;
  /** The last event looked at; null where there was none. */
  readonly lastEventId: string | null;
  readonly hasMore: boolean;
};

/** `dueAt` is now as all nodes have it: null is the database's. */
export type ReplayTimes = { readonly now: Date; readonly dueAt: Date | null };

type RawQuery = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };

const replaySql = `
with found as (
  select position, id
    from events
   where org_id = $1 and position > $4 and type = any($5) and ($3::text is null or business_id = $3)
   order by position
   limit $6::int + 1
), range as (
  select position, id from found order by position limit $6::int
), made as (
  insert into webhook_deliveries (org_id, id, endpoint_id, business_id, event_id, event_position, state, next_attempt_at, created_at)
  select $1, ${deliveryIdSql('$7::timestamptz', 'r.position', '$2 || r.id')}, $2, $3, r.id, r.position, 'PENDING', ${sharedNowSql('$8')}, $7
    from range r
   where not exists (
     select from webhook_deliveries d
      where d.org_id = $1 and d.event_id = r.id and d.endpoint_id = $2 and d.state = 'PENDING')
  returning 1
)
select (select count(*)::int from made) as made,
       (select count(*)::int from range) as looked,
       (select count(*)::int from found) as found,
       (select id from range order by position desc limit 1) as "lastEventId"`;

/** New deliveries of kept events to one endpoint, in one statement; never beside one that is still pending. */
export async function replayDeliveries(
  db: RawQuery,
  orgId: string,
  range: ReplayRange,
  times: ReplayTimes,
): Promise<Replayed> {
  const { endpointId, businessId, afterPosition, types, limit } = range;
  const { now, dueAt } = times;
  const values = [orgId, endpointId, businessId, afterPosition, types, limit, now, dueAt];
  type Row = { made: number; looked: number; found: number; lastEventId: string | null };
  const [row] = await db.$queryRawUnsafe<Row[]>(replaySql, ...values);
  const { made, looked, found, lastEventId } = row ?? { made: 0, looked: 0, found: 0, lastEventId: null };
  return { made, skipped: looked - made, lastEventId, hasMore: found > looked };
}
