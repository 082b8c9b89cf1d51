import type pg from 'pg';
import type { Event as EventRow, WebhookDelivery, WebhookEndpoint } from '../db/generated/prisma/client.ts';
import { sharedNowSql } from '../clock.ts';
import { byHandBeforeSql } from '../db/write/by-hand.ts';
import { limits } from '../limits.ts';
import { endpointsWithWork } from './endpoints-with-work.ts';
import { formatRules } from '../vendors/format-rules.ts';
import { notWaitingForDisk } from './not-waiting-for-disk.ts';

export type DeliveryDatabase = { readonly deliveryPool: Pick<pg.Pool, 'query'> };

export type DeliveryEndpoint = Pick<
  WebhookEndpoint,
  | 'url'
  | 'format'
  | 'secret'
  | 'previousSecret'
  | 'previousSecretExpiresAt'
  | 'consumerWorkspace'
  | 'alsoStandard'
  | 'disabledAt'
  | 'deletedAt'
>;

/** A delivery that is ours until `claimedUntil`, with all that is needed to send it. */
export type ClaimedDelivery = Pick<
  WebhookDelivery,
  'orgId' | 'id' | 'endpointId' | 'eventId' | 'state' | 'attemptCount' | 'firstFiredAt'
> & {
  readonly claimedUntil: Date;
  readonly dueAt: Date;
  readonly endpoint: DeliveryEndpoint | null;
  /** Null once the event was pruned. */
  readonly event: EventRow | null;
};

export type ClaimOptions = {
  /** Null is the database's own time. */
  readonly now: Date | null;
  readonly limit: number;
  /** How many of an endpoint's deliveries may be claimed at a time, on all nodes together. */
  readonly perEndpoint: number;
  /** The same for single endpoints, by their id. */
  readonly windows?: Readonly<Record<string, number>>;
  readonly leaseMs: number;
  /** Whose deliveries alone are taken; absent is everybody's. */
  readonly organisation?: string | undefined;
};

/**
 * Only the oldest few due deliveries of an endpoint may be claimed at all: that caps what is under way to it without
 * counting, and an endpoint that hangs holds nobody else up however long its queue is. One that the circuit breaker
 * paused gets a single delivery when its time is over, and all of them once that has succeeded. The fires of formats that are
 * not paced are made on schedule, and what was asked for by hand at once, whatever else is under way.
 * `next_attempt_at` alone says that a row is due, whatever its state: a retry by hand sets it on a finished one.
 */
const now = sharedNowSql('$1');

const unpacedFormatsSql = Object.entries(formatRules)
  .flatMap(([format, { paced }]) => (paced ? [] : [`'${format}'`]))
  .join(', ');

const claimSql = (organisation?: string): string => `
with recursive ${endpointsWithWork(organisation)},
${notWaitingForDisk},
endpoints as (
  select e.org_id, e.endpoint_id,
         case when h.paused_until > ${now} then 0
              when h.paused_until is not null then 1
              when w.format::text in (${unpacedFormatsSql}) then ${limits.unpacedPostsPerEndpoint}
              else coalesce(($5::jsonb->>e.endpoint_id)::int, $3) end as places
    from endpoints_with_work e
    left join webhook_endpoints w on w.org_id = e.org_id and w.id = e.endpoint_id
    left join webhook_endpoint_health h on h.org_id = e.org_id and h.endpoint_id = e.endpoint_id
), candidates as (
  select head.ctid
    from not_waiting_for_disk
    cross join endpoints e
    cross join lateral (
      (select d.ctid, d.id, d.next_attempt_at, d.claimed_until
         from webhook_deliveries d
        where d.org_id = e.org_id and d.endpoint_id = e.endpoint_id and d.next_attempt_at < ${byHandBeforeSql}
        order by d.next_attempt_at, d.id
        limit ${limits.postsByHandPerEndpoint})
      union all
      (select d.ctid, d.id, d.next_attempt_at, d.claimed_until
         from webhook_deliveries d
        where d.org_id = e.org_id and d.endpoint_id = e.endpoint_id
          and d.next_attempt_at >= ${byHandBeforeSql} and d.next_attempt_at <= ${now}
        order by d.next_attempt_at, d.id
        limit e.places)
    ) head
   where head.claimed_until is null or head.claimed_until <= ${now}
   order by head.next_attempt_at, head.id
   limit $2
), locked as (
  select d.ctid
    from webhook_deliveries d
   where d.ctid = any(array(select ctid from candidates))
     and d.next_attempt_at <= ${now} and (d.claimed_until is null or d.claimed_until <= ${now})
     for update of d skip locked
), claimed as (
  update webhook_deliveries d
     set claimed_until = ${now} + $4 * interval '1 ms'
   where d.ctid = any(array(select ctid from locked))
  returning d.*
), numbered as (
  select d.*,
         row_number() over (partition by d.org_id, d.endpoint_id) = 1 as first_of_endpoint,
         row_number() over (partition by d.org_id, d.event_id) = 1 as first_of_event
    from claimed d
)
select d.org_id as "orgId", d.id, d.endpoint_id as "endpointId", d.event_id as "eventId", d.state,
       d.attempt_count as "attemptCount", d.first_fired_at as "firstFiredAt", d.next_attempt_at as "dueAt", d.claimed_until as "claimedUntil",
       w.id is not null as "hasEndpoint", w.url, w.format, w.secret,
       w.previous_secret as "previousSecret", w.previous_secret_expires_at as "previousSecretExpiresAt",
       w.consumer_workspace as "consumerWorkspace", w.also_standard as "alsoStandard", w.disabled_at as "disabledAt", w.deleted_at as "deletedAt",
       e.position, e.type, e.business_id as "businessId", e.lead_id as "leadId", e.conversation_id as "conversationId",
       e.version, e.snapshot, e.created_at as "createdAt"
  from numbered d
  left join webhook_endpoints w on w.org_id = d.org_id and w.id = case when d.first_of_endpoint then d.endpoint_id end
  left join events e on e.org_id = d.org_id and e.id = case when d.first_of_event then d.event_id end and e.position = d.event_position
 order by d.next_attempt_at, d.id`;

const ofAll = { name: 'claim-deliveries', text: claimSql() };
const ofOne = { name: 'claim-deliveries-of-one', text: claimSql('$6') };

type ClaimedRow = Omit<ClaimedDelivery, 'endpoint' | 'event'> & {
  readonly hasEndpoint: boolean;
} & DeliveryEndpoint &
  Omit<EventRow, 'orgId' | 'id' | 'position'> & { readonly position: string | null };

/** Takes due deliveries, oldest first, for `leaseMs`. What is not recorded by then may be taken by anybody. */
export async function claimDeliveries(db: DeliveryDatabase, options: ClaimOptions): Promise<ClaimedDelivery[]> {
  const { now, limit, perEndpoint, windows = {}, leaseMs, organisation } = options;
  const values = [now, limit, perEndpoint, leaseMs, JSON.stringify(windows)];
  const query = organisation === undefined ? { ...ofAll, values } : { ...ofOne, values: [...values, organisation] };
  const { rows } = await db.deliveryPool.query<ClaimedRow>(query);
  return fromRows(rows);
}

/** Each endpoint and each event stands in one of the rows, and is one object for all of them. */
function fromRows(rows: readonly ClaimedRow[]): ClaimedDelivery[] {
  const endpoints = new Map<string, DeliveryEndpoint>();
  const events = new Map<string, EventRow>();
  for (const row of rows) {
    if (row.hasEndpoint) endpoints.set(`${row.orgId} ${row.endpointId}`, toEndpoint(row));
    if (row.position !== null) events.set(`${row.orgId} ${row.eventId}`, toEvent(row, row.position));
  }
  return rows.map(({ orgId, id, endpointId, eventId, state, attemptCount, firstFiredAt, claimedUntil, dueAt }) => {
    const endpoint = endpoints.get(`${orgId} ${endpointId}`) ?? null;
    const event = events.get(`${orgId} ${eventId}`) ?? null;
    return { orgId, id, endpointId, eventId, state, attemptCount, firstFiredAt, claimedUntil, dueAt, endpoint, event };
  });
}

function toEndpoint(row: DeliveryEndpoint): DeliveryEndpoint {
  const { url, format, secret, previousSecret, previousSecretExpiresAt } = row;
  const { consumerWorkspace, alsoStandard, disabledAt, deletedAt } = row;
  const secrets = { secret, previousSecret, previousSecretExpiresAt };
  return { url, format, ...secrets, consumerWorkspace, alsoStandard, disabledAt, deletedAt };
}

function toEvent(row: ClaimedRow, position: string): EventRow {
  const { orgId, eventId: id, type, businessId, leadId, conversationId, version, snapshot, createdAt } = row;
  const subject = { businessId, leadId, conversationId };
  return { orgId, id, position: BigInt(position), type, ...subject, version, snapshot, createdAt };
}
