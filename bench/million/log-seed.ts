import type pg from 'pg';
import { snapshotVersion } from '../../src/events/revive-event.ts';
import { withoutIndexes } from './without-indexes.ts';

/** A fifth as many notes as leads, a thousandth of them of one lead. */
const notesSql = `insert into notes (org_id, id, business_id, lead_id, body, created_at, updated_at)
  select $1, pg_temp.id_at(at, n), null, pg_temp.lead_id(case when n % 10 = 0 then 1 else n end, $2::int), 'Called, asked for a quote.', at, at
    from generate_series(1, greatest(100, $2::int / 5)) n, lateral (select pg_temp.made_at(n * 5, $2::int) as at) a
   where n <= $2::int`;

const touchesSql = `insert into touchpoints (org_id, id, business_id, lead_id, type, occurred_at, created_at)
  select $1, pg_temp.id_at(at, n), null, pg_temp.lead_id(case when n % 10 = 0 then 1 else n end, $2::int),
         (array['PROPOSAL_VIEWED', 'CTA_CLICKED', 'VIDEO_WATCHED'])[1 + n % 3]::"TouchpointType", at, at
    from generate_series(1, $2::int / 2) n, lateral (select pg_temp.made_at(n * 2, $2::int) as at) a`;

const tasksSql = `insert into tasks (org_id, id, business_id, widget_id, lead_id, type, status, title, created_at, updated_at)
  select $1, pg_temp.id_at(at, n), case when n % 100 = 0 then $3 end, $4, pg_temp.lead_id(n, $2::int), 'OTHER',
         (case when n % 50 = 0 then 'PENDING' when n % 997 = 0 then 'FAILED' else 'COMPLETED' end)::"TaskStatus", 'Call ' || n, at, at
    from generate_series(1, $2::int / 5) n, lateral (select pg_temp.made_at(n * 5, $2::int) as at) a`;

/** One for each lead, told as the only one is that was moved by hand; one in a thousand of a type that nothing else is of. */
const eventsSql = `insert into events (org_id, position, id, type, business_id, lead_id, version, snapshot, created_at)
  select $1, $5::bigint + n, 'evt_' || lpad(to_hex($5::bigint + n), 16, '0'), case when n % 1000 = 0 then 'lead.handed_off' else 'lead.stage_changed' end,
         case when n % 100 = 0 then $3 end, id, $4::int,
         jsonb_set($6::jsonb, '{lead,id}', to_jsonb(id)), pg_temp.made_at(n, $2::int)
    from generate_series(1, $2::int) n, lateral (select pg_temp.lead_id(n, $2::int) as id) l`;

const auditSql = `insert into audit_entries (org_id, id, revision, api_key_id, business_id, action, subject_id, request_id, created_at)
  select $1, pg_temp.id_at(at, n), n, (select id from api_keys where org_id = $1 order by id limit 1 offset n % 3), case when n % 100 = 0 then $3 end,
         case when n % 10 = 0 then 'lead.stage_changed' when n % 77 = 0 then 'lead.converted' else 'lead.updated' end,
         pg_temp.lead_id(case when n % 10 = 3 then 1 else n end, $2::int), 'req', at
    from generate_series(1, $2::int) n, lateral (select pg_temp.made_at(n, $2::int) as at) a`;

const deliveriesSql = `insert into webhook_deliveries (org_id, id, endpoint_id, event_id, event_position, state, attempt_count, next_attempt_at, created_at)
  select $1, pg_temp.id_at(created_at, position), $2, id, position,
         (case when position % 2000 = 0 then 'DEAD' when position % 5000 = 1 then 'PENDING' else 'SUCCEEDED' end)::"DeliveryState",
         1, case when position % 5000 = 1 then timestamptz '2100-01-01' end, created_at
    from events where org_id = $1`;

type Places = {
  readonly orgId: string;
  readonly businessId: string;
  readonly widgetId: string;
  readonly endpointId: string;
  readonly leads: number;
};

/** What hangs below leads and what tells of them: notes, touchpoints, tasks; events, their deliveries, and the audit. */
export async function seedLog(
  client: pg.Client,
  { orgId, businessId, widgetId, endpointId, leads }: Places,
): Promise<void> {
  await withoutIndexes(client, 'notes', () => client.query(notesSql, [orgId, leads]));
  await withoutIndexes(client, 'touchpoints', () => client.query(touchesSql, [orgId, leads]));
  await withoutIndexes(client, 'tasks', () => client.query(tasksSql, [orgId, leads, businessId, widgetId]));
  await withoutIndexes(client, 'audit_entries', () => client.query(auditSql, [orgId, leads, businessId]));
  type Head = { position: string; snapshot: object };
  const head = await client.query<Head>(
    `select o.position, (select snapshot from events e where e.org_id = o.id and type = 'lead.stage_changed' limit 1) as snapshot
       from organisations o where id = $1`,
    [orgId],
  );
  const { position = '0', snapshot = {} } = head.rows[0] ?? {};
  await withoutIndexes(client, 'events', () =>
    client.query(eventsSql, [orgId, leads, businessId, snapshotVersion, position, JSON.stringify(snapshot)]),
  );
  await client.query('update organisations set position = position + $2::int where id = $1', [orgId, leads]);
  await withoutIndexes(client, 'webhook_deliveries', () => client.query(deliveriesSql, [orgId, endpointId]));
}
