import { createHash } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { type Clock, sharedNow, sharedNowSql } from '../../clock.ts';
import type { SyncDelivery } from '../../db/generated/prisma/client.ts';
import type { Came } from '../../domain/sync-sources/receive-lead.ts';
import { limits } from '../../limits.ts';
import type { Pool } from '../provider/gate.ts';

export type Recorded = Came & Pick<SyncDelivery, 'orgId' | 'sourceId' | 'businessId' | 'leadId' | 'outcome' | 'reason'>;

/** What came, before anything of it was read. */
export const toCame = (bytes: Uint8Array, contentType: string | null): Came => ({
  contentType,
  bytes: bytes.length,
  body: null,
  digest: new Uint8Array(createHash('sha256').update(bytes).digest()),
});

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
export function createRecordDelivery({ pool, clock }: { readonly pool: Pool; readonly clock: Clock }) {
  const nextId = monotonicFactory();
  return async (row: Recorded): Promise<void> => {
    const { orgId, sourceId, businessId, leadId, outcome, reason, contentType, bytes, body, digest } = row;
    const id = nextId(clock.now().getTime()).toLowerCase();
    const about = [orgId, id, sourceId, businessId, leadId, outcome, reason];
    await pool.query(recordSql, [...about, contentType, bytes, body, digest, sharedNow(clock)]);
  };
}
