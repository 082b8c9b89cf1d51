import type { DeliveryState } from '../db/generated/prisma/enums.ts';
import type { WebhookAttempt } from '../db/generated/prisma/client.ts';
import type { ClaimedDelivery, DeliveryDatabase } from './claim.ts';

export type Attempt = Omit<WebhookAttempt, 'orgId' | 'deliveryId'>;

/** What became of a claimed delivery. */
export type DeliveryOutcome = {
  readonly delivery: Pick<ClaimedDelivery, 'orgId' | 'id' | 'claimedUntil' | 'dueAt'>;
  readonly state: DeliveryState;
  readonly nextAttemptAt: Date | null;
  /** Null when it was given up without one. */
  readonly attempt: Attempt | null;
  /** Why it was given up without one. */
  readonly deadReason: string | null;
};

/**
 * `claimed_until` is the fence: a claim that ran out and was taken by somebody else is not written over. A retry asked
 * for while this attempt was under way moved `next_attempt_at`, and stays asked for.
 */
const recordSql = `
with outcomes as (
  select *
    from jsonb_to_recordset($1::jsonb) as o(
      "orgId" text, id text, "claimedUntil" timestamptz, "dueAt" timestamptz, state text, "nextAttemptAt" timestamptz,
      "deadReason" text, attempt jsonb)
), settled as (
  update webhook_deliveries d
     set state = o.state::"DeliveryState",
         claimed_until = null,
         dead_reason = o."deadReason",
         next_attempt_at = case when d.next_attempt_at = o."dueAt" then o."nextAttemptAt" else d.next_attempt_at end,
         attempt_count = coalesce((o.attempt->>'number')::int, d.attempt_count),
         first_fired_at = coalesce(d.first_fired_at, (o.attempt->>'at')::timestamptz)
    from outcomes o
   where d.org_id = o."orgId" and d.id = o.id and d.claimed_until = o."claimedUntil"
  returning d.org_id, d.id, o.attempt
)
insert into webhook_attempts (org_id, id, delivery_id, number, at, status, duration_ms, error, response_excerpt)
select s.org_id, s.attempt->>'id', s.id, (s.attempt->>'number')::int, (s.attempt->>'at')::timestamptz,
       (s.attempt->>'status')::int, (s.attempt->>'durationMs')::int, s.attempt->>'error', s.attempt->>'responseExcerpt'
  from settled s
 where jsonb_typeof(s.attempt) = 'object'`;

/** Writes attempts and what follows from them, all in one statement. */
export async function recordOutcomes(db: DeliveryDatabase, outcomes: readonly DeliveryOutcome[]): Promise<void> {
  const items = outcomes.map(({ delivery: { orgId, id, claimedUntil, dueAt }, ...outcome }) => {
    return { orgId, id, claimedUntil, dueAt, ...outcome };
  });
  await db.pool.query({ name: 'record-outcomes', text: recordSql, values: [JSON.stringify(items)] });
}
