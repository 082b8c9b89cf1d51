import { sharedNowSql } from '../../clock.ts';
import type { SyncDelivery } from '../../db/generated/prisma/client.ts';
import { limits } from '../../limits.ts';
import type { Pool } from '../provider/gate.ts';

export type Recorded = Pick<
  SyncDelivery,
  | 'orgId'
  | 'id'
  | 'sourceId'
  | 'businessId'
  | 'leadId'
  | 'outcome'
  | 'reason'
  | 'contentType'
  | 'bytes'
  | 'body'
  | 'digest'
>;

// A source that was deleted meanwhile has no log. What made nothing is kept up to a number an hour: anybody may send it.
const recordSql = `with clock as materialized (select ${sharedNowSql('$12')} as now)
  insert into sync_deliveries (org_id, id, source_id, business_id, lead_id, outcome, reason, content_type, bytes, body, digest, created_at)
  select $1, $2, $3, $4, $5, $6::text::"SyncDeliveryOutcome", $7, $8, $9, $10, $11, now from clock
   where exists (select from sync_sources where org_id = $1 and id = $3)
     and (select count(*) from sync_deliveries
           where org_id = $1 and source_id = $3 and created_at > clock.now - interval '1 hour'
             and outcome not in ('CREATED', 'UPDATED')) < ${limits.intakeRefusalsPerHour}
  on conflict do nothing`;

/** Tells the log of a source what came and changed nothing. */
export async function recordDelivery(pool: Pool, row: Recorded, now: Date | null): Promise<void> {
  const { orgId, id, sourceId, businessId, leadId, outcome, reason, contentType, bytes, body, digest } = row;
  const values = [orgId, id, sourceId, businessId, leadId, outcome, reason, contentType, bytes, body, digest, now];
  await pool.query(recordSql, values);
}
