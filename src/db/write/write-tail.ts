import type { Actor } from '../../access/actor.ts';
import type { EventType } from '../../events/catalogue.ts';
import { mapValues } from '../../map-values.ts';
import { formatRules } from '../../webhooks/format/format-rules.ts';
import { snapshotVersion } from '../../events/snapshot.ts';
import type { AuditChanges } from './audit-changes.ts';
import { deliveryIdSql } from './delivery-id.ts';
import type { EventRecord } from './event-record.ts';

export type PendingEvent = EventRecord & { readonly id: string; readonly type: EventType };
export type PendingAudit = {
  readonly id: string;
  readonly action: string;
  readonly subjectId: string;
  readonly businessId: string | null;
  readonly changes?: AuditChanges | undefined;
};

type Tail = {
  readonly actor: Actor;
  readonly now: Date;
  /** Now as all nodes have it: null is the database's. */
  readonly dueAt: Date | null;
  readonly events: readonly PendingEvent[];
  readonly audit: readonly PendingAudit[];
  readonly idempotencyKey: string | null;
};

type RawExecutor = { $executeRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<number> };

/**
 * The end of every write, in one statement: the organisation's row is updated last and stays locked until commit, which
 * makes positions gap-free and in commit order; event times never go back. Deliveries are due now, by the clock that all nodes
 * share, whatever the events' time: read once the row is locked, so that they are due in the order of the log. A delivery belongs to the business of its
 * endpoint: a locked key neither sees nor repeats what is posted to the whole workspace's.
 */
const tailSql = `
with head as (
  update organisations
     set revision = revision + 1,
         position = position + jsonb_array_length($3::jsonb),
         event_at = greatest(event_at, $2::timestamptz)
   where id = $1
  returning id, revision, position - jsonb_array_length($3::jsonb) as base, event_at,
            coalesce($10::timestamptz, date_trunc('milliseconds', clock_timestamp())) as due_at
), new_events as (
  insert into events (org_id, position, id, type, business_id, lead_id, conversation_id, version, snapshot, created_at)
  select head.id, head.base + e.ordinal, e.item->>'id', e.item->>'type', e.item->>'businessId', e.item->>'leadId',
         e.item->>'conversationId', (e.item->>'version')::int, e.item->'snapshot', head.event_at
    from head, jsonb_array_elements($3::jsonb) with ordinality as e(item, ordinal)
  returning org_id, position, id, type, business_id, created_at
), new_audit as (
  insert into audit_entries (org_id, id, revision, api_key_id, member_id, business_id, action, subject_id, request_id, changes, created_at)
  select head.id, a.item->>'id', head.revision, nullif($5, ''), $6, a.item->>'businessId', a.item->>'action', a.item->>'subjectId', $7, a.item->'changes', $2::timestamptz
    from head, jsonb_array_elements($4::jsonb) as a(item)
), kept_resource as (
  update idempotency_keys
     set resource_id = $4::jsonb->0->>'subjectId'
   where org_id = $1 and api_key_id = $5 and key = $8
)
insert into webhook_deliveries (org_id, id, endpoint_id, business_id, event_id, event_position, state, next_attempt_at, created_at)
select e.org_id,
       ${deliveryIdSql('e.created_at', 'e.position', 'w.id || e.id')},
       w.id, w.business_id, e.id, e.position, 'PENDING', head.due_at, e.created_at
  from head
  join new_events e on e.org_id = head.id
  join webhook_endpoints w
    on w.org_id = e.org_id
   and w.deleted_at is null
   and w.disabled_at is null
   and (cardinality(w.types) = 0 or e.type = any(w.types))
   and (w.business_id is null or w.business_id = e.business_id)
   and $9::jsonb->w.format::text ? e.type`;

const typesByFormat = JSON.stringify(mapValues(formatRules, ({ types }) => types));

/** Answers how many deliveries the events made. */
export async function writeTail(transaction: RawExecutor, tail: Tail): Promise<number> {
  const { actor, now, dueAt, events, audit, idempotencyKey } = tail;
  const eventItems = events.map(({ subjectId: _, ...event }) => ({ ...event, version: snapshotVersion }));
  return transaction.$executeRawUnsafe(
    tailSql,
    actor.orgId,
    now,
    JSON.stringify(eventItems),
    JSON.stringify(audit),
    actor.apiKeyId,
    actor.memberId,
    actor.requestId,
    idempotencyKey,
    typesByFormat,
    dueAt,
  );
}
