import type { Actor } from '../../access/actor.ts';
import type { EventType } from '../../events/catalogue.ts';
import { mapValues } from '../../map-values.ts';
import { formatRules } from '../../vendors/format-rules.ts';
import { snapshotVersion } from '../../events/revive-event.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { AuditChanges } from './audit-changes.ts';
import { byHandFirstSql } from './by-hand.ts';
import { asTheOrm } from '../reader/values.ts';
import { deliveryIdSql } from './delivery-id.ts';
import type { EventRecord } from './event-record.ts';
import { moveRevisionSql } from './move-revision.ts';

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

/** What everybody may be told once it is committed: how far the log has come, and how many deliveries are due. */
export type Committed = { readonly position: bigint; readonly deliveries: number };

/**
 * The end of every write, in one statement, and where that is too large in a few: the organisation's row is updated last and stays locked until commit, which
 * makes positions gap-free and in commit order; event times never go back. Deliveries are due now, by the clock that all nodes
 * share, whatever the events' time: read once the row is locked, so that they are due in the order of the log. A delivery belongs to the business of its
 * endpoint: a locked key neither sees nor repeats what is posted to the whole workspace's. A test goes to its endpoint alone, as
 * a retry by hand does. In an organisation that is gone it fails, and the commit behind it with it.
 */
const tailSql = `
with head as (
  update organisations
     set ${moveRevisionSql},
         position = position + jsonb_array_length($3::jsonb),
         event_at = greatest(event_at, $2::timestamptz)
   where id = $1
  returning id, revision, position, position - jsonb_array_length($3::jsonb) as base, event_at,
            coalesce($10::timestamptz, date_trunc('milliseconds', clock_timestamp())) as due_at
), new_events as (
  insert into events (org_id, position, id, type, business_id, lead_id, conversation_id, version, snapshot, created_at)
  select head.id, head.base + e.ordinal, e.item->>'id', e.item->>'type', e.item->>'businessId', e.item->>'leadId',
         e.item->>'conversationId', (e.item->>'version')::int, e.item->'snapshot', head.event_at
    from head, jsonb_array_elements($3::jsonb) with ordinality as e(item, ordinal)
  returning org_id, position, id, type, business_id, created_at,
            case when type = 'webhook_endpoint.tested' then snapshot #>> '{endpoint,id}' end as only_to
), new_audit as (
  insert into audit_entries (org_id, id, revision, api_key_id, member_id, business_id, action, subject_id, request_id, changes, created_at)
  select head.id, a.item->>'id', head.revision, nullif($5, ''), $6, a.item->>'businessId', a.item->>'action', a.item->>'subjectId', $7, a.item->'changes', $2::timestamptz
    from head, jsonb_array_elements($4::jsonb) as a(item)
), kept_resource as (
  update idempotency_keys
     set resource_id = $4::jsonb->0->>'subjectId'
   where org_id = $1 and api_key_id = $5 and key = $8
), new_deliveries as (
insert into webhook_deliveries (org_id, id, endpoint_id, business_id, event_id, event_position, state, next_attempt_at, created_at)
select e.org_id,
       ${deliveryIdSql('e.created_at', 'e.position', 'w.id || e.id')},
       w.id, w.business_id, e.id, e.position, 'PENDING', case when e.only_to is null then head.due_at else ${byHandFirstSql} end, e.created_at
  from head
  join new_events e on e.org_id = head.id
  join webhook_endpoints w
    on w.org_id = e.org_id
   and w.deleted_at is null
   and w.disabled_at is null
   and case when e.only_to is null
         then (cardinality(w.types) = 0 or e.type = any(w.types))
              and (w.business_id is null or w.business_id = e.business_id)
              and $9::jsonb->w.format::text ? e.type
         else w.id = e.only_to
       end
  returning id
) select max(head.position) as position, (select count(*) from new_deliveries)::int as deliveries, 1 / count(*) as fails_where_it_is_gone
  from head`;

const typesByFormat = JSON.stringify(mapValues(formatRules, ({ types }) => types));

/** What one statement of a tail holds at most, in bytes of JSON: a lead may hold 0.2 MB, and one write may tell of hundreds. */
const mostBytes = 8 * 1024 * 1024;

/** JSON arrays that hold all items in their order; one that is too large by itself stands alone. */
function toSlices(items: readonly object[]): string[] {
  const slices: string[] = [];
  let [slice, bytes]: [string[], number] = [[], 0];
  for (const item of items) {
    const json = JSON.stringify(item);
    if (slice.length > 0 && bytes + json.length > mostBytes) {
      slices.push(`[${slice.join(',')}]`);
      [slice, bytes] = [[], 0];
    }
    slice.push(json);
    bytes += json.length;
  }
  return [...slices, `[${slice.join(',')}]`];
}

/** Ends a write, and commits it. */
export async function writeTail(transaction: Pick<Transaction, 'query' | 'finish'>, tail: Tail): Promise<Committed> {
  const { actor, now, dueAt, idempotencyKey } = tail;
  const events = toSlices(tail.events.map(({ subjectId: _, ...event }) => ({ ...event, version: snapshotVersion })));
  const audit = toSlices(tail.audit);
  let [position, deliveries] = [0n, 0];
  const slices = Math.max(events.length, audit.length);
  for (let n = 0; n < slices; n += 1) {
    const values = [
      actor.orgId,
      now,
      events[n] ?? '[]',
      audit[n] ?? '[]',
      actor.apiKeyId,
      actor.memberId,
      actor.requestId,
      // The first row of the audit says what was made.
      n === 0 ? idempotencyKey : null,
      typesByFormat,
      dueAt,
    ];
    const question = { name: 'write-tail', text: tailSql, values, types: asTheOrm };
    const { rows } = await (n < slices - 1
      ? transaction.query<Committed>(question)
      : transaction.finish<Committed>(question));
    for (const row of rows) [position, deliveries] = [row.position, deliveries + row.deliveries];
  }
  return { position, deliveries };
}
