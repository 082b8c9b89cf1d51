import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { idempotencyWindowMs } from '../db/write/idempotency.ts';
import { moveRevisionSql } from '../db/write/move-revision.ts';
import { limits } from '../limits.ts';

const batchSize = 1000;
const dayMs = 24 * 60 * 60 * 1000;

// Events are rows that clients read, so taking them away moves the revision like any other change. From the oldest position
// on: whoever finds an event has all later ones before him.
const pruneEventsSql = `with old as (
    select e.org_id, e.position
      from organisations o
      cross join lateral (
        select org_id, position from events where org_id = o.id and created_at < $1
         order by created_at, position limit ${batchSize}
      ) e
     limit ${batchSize}
  ), pruned as (
    delete from events e using old where e.org_id = old.org_id and e.position = old.position returning e.org_id
  ), moved as (
    update organisations set ${moveRevisionSql} where id in (select org_id from pruned)
  ) select count(*)::int as count from pruned`;

const pruneRequestsSql = `delete from idempotency_keys where (org_id, api_key_id, key) in (
    select org_id, api_key_id, key from idempotency_keys where created_at <= $1 limit ${batchSize}
  )`;

// What is finished goes with its attempts. Rows come in the order of time, so a BRIN index finds them.
const pruneDeliveriesSql = `with pruned as (
    delete from webhook_deliveries where (org_id, id) in (
      select org_id, id from webhook_deliveries where created_at < $1 and next_attempt_at is null limit ${batchSize}
    ) returning org_id, id
  ), attempts as (
    delete from webhook_attempts a using pruned p where a.org_id = p.org_id and a.delivery_id = p.id
  ) select from pruned`;

const pruneProviderCallsSql = `delete from provider_calls where (org_id, id) in (
    select org_id, id from provider_calls where created_at < $1 order by created_at limit ${batchSize}
  )`;

const pruneSyncDeliveriesSql = `delete from sync_deliveries where (org_id, id) in (
    select org_id, id from sync_deliveries where created_at < $1 order by created_at limit ${batchSize}
  )`;

const pruneEnrichmentUsageSql = `delete from enrichment_usage where (org_id, day) in (
    select org_id, day from enrichment_usage where day < to_char($1::timestamptz at time zone 'UTC', 'YYYY-MM-DD') order by day limit ${batchSize}
  )`;

const pruneModelUsageSql = `delete from model_usage where (org_id, widget_id, day) in (
    select org_id, widget_id, day from model_usage where day < to_char($1::timestamptz at time zone 'UTC', 'YYYY-MM-DD') order by day limit ${batchSize}
  )`;

const pruneJobsSql = `delete from jobs where (org_id, id) in (
    select org_id, id from jobs where finished_at < $1 and state in ('SUCCEEDED', 'DEAD', 'CANCELLED') order by finished_at limit ${batchSize}
  )`;

// A session ends by its time at the latest. Who wrote with it is told by the member; the audit tells no more what it was called. One
// that holds a conversation stays.
const pruneSessionsSql = `with old as (
    select org_id, id from api_keys k
     where is_session and expires_at < $1
       and not exists (select from conversations c where c.org_id = k.org_id and c.holder_key_id = k.id)
     order by expires_at limit ${batchSize}
  ), unsigned as (
    update messages m set author_key_id = null from old where m.org_id = old.org_id and m.author_key_id = old.id
  ), ended as (
    delete from api_keys k using old where k.org_id = old.org_id and k.id = old.id returning k.org_id
  ), moved as (
    update organisations set ${moveRevisionSql} where id in (select org_id from ended)
  ) select from ended`;

const pruneInvitationsSql = `with ended as (
    delete from invitations where (org_id, id) in (
      select org_id, id from invitations where expires_at < $1 limit ${batchSize}
    ) returning org_id
  ), moved as (
    update organisations set ${moveRevisionSql} where id in (select org_id from ended)
  ) select from ended`;

export type RetentionOptions = {
  readonly pool: Pick<pg.Pool, 'query'>;
  readonly clock: Clock;
  readonly eventDays: number;
};

export type Retention = {
  /** Takes away everything that is too old, a bounded batch at a time. */
  prune(isStopping?: () => boolean): Promise<{ events: number }>;
};

/** Keeps the log, its deliveries, the answered requests, finished jobs and what people signed in with as long as they are wanted, and no longer. */
export function createRetention({ pool, clock, eventDays }: RetentionOptions): Retention {
  async function prune(isStopping = () => false): Promise<{ events: number }> {
    const now = clock.now().getTime();
    let events = 0;
    for (let found = batchSize; found === batchSize && !isStopping(); events += found) {
      const { rows } = await pool.query<{ count: number }>(pruneEventsSql, [new Date(now - eventDays * dayMs)]);
      found = rows[0]?.count ?? 0;
    }
    await deleteAll(pruneDeliveriesSql, new Date(now - eventDays * dayMs), isStopping);
    await deleteAll(pruneProviderCallsSql, new Date(now - eventDays * dayMs), isStopping);
    await deleteAll(pruneSyncDeliveriesSql, new Date(now - eventDays * dayMs), isStopping);
    await deleteAll(pruneModelUsageSql, new Date(now - eventDays * dayMs), isStopping);
    await deleteAll(pruneEnrichmentUsageSql, new Date(now - eventDays * dayMs), isStopping);
    await deleteAll(pruneJobsSql, new Date(now - limits.endedJobDays * dayMs), isStopping);
    const endedBefore = new Date(now - limits.endedSessionDays * dayMs);
    await deleteAll(pruneSessionsSql, endedBefore, isStopping);
    await deleteAll(pruneInvitationsSql, endedBefore, isStopping);
    await deleteAll(pruneRequestsSql, new Date(now - idempotencyWindowMs), isStopping);
    return { events };
  }

  async function deleteAll(sql: string, before: Date, isStopping: () => boolean): Promise<void> {
    for (let found = batchSize; found === batchSize && !isStopping();) {
      found = (await pool.query(sql, [before])).rowCount ?? 0;
    }
  }

  return { prune };
}
