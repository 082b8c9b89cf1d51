import { monotonicFactory } from 'ulid';
import { sharedNow, sharedNowSql } from '../../clock.ts';
import type { OutsideCapability } from '../../db/generated/prisma/enums.ts';
import type { OnBehalf } from '../../domain/outside/capabilities.ts';
import { pauseSql } from '../../webhooks/endpoint-health.ts';
import type { Surroundings } from './provider.ts';
import type { ProviderError } from './provider-error.ts';

/** How a call went. */
type Went = {
  /** As `performance.now()` tells it. */
  readonly startedAt: number;
  readonly tries: number;
  readonly sentChars: number;
  readonly receivedChars: number;
  /** Null for one that succeeded. */
  readonly error: ProviderError | null;
  /** Whether it was made with a key that is not the one that is kept. */
  readonly isOtherKey?: boolean;
};

type RecordCall = (onBehalf: OnBehalf, went: Went) => Promise<void>;

// One statement, so that no call is told without its effect on the breaker. A failure that is not the provider's leaves that alone, and a call with
// another key what is told of the one that is kept.
const recordSql = `with clock as materialized (select ${sharedNowSql('$14')} as now), call as (
    insert into provider_calls (org_id, id, business_id, conversation_id, capability, provider, outcome, status, error, tries,
                                duration_ms, sent_chars, received_chars, created_at)
    select $1, $2, $3, $4, $5::"OutsideCapability", $6, (case when $8::text is null then 'SUCCEEDED' else 'FAILED' end)::"ProviderCallOutcome",
           $7::int, $8, $9::int, $10::int, $11::int, $12::int, now from clock
  )
  insert into provider_health as h (org_id, capability, failures, paused_until, last_error, last_failed_at, last_succeeded_at)
  select $1, $5::"OutsideCapability", case when $13::boolean then 1 else 0 end, now + $15::float8 * interval '1 millisecond', case when not $16::boolean then $8 end,
         case when $8::text is not null and not $16::boolean then now end, case when $8::text is null and not $16::boolean then now end
    from clock
  on conflict (org_id, capability) do update set
    failures = case when $8::text is null then 0 else h.failures + excluded.failures end,
    paused_until = case
      when $8::text is null then null
      when $13::boolean then greatest(excluded.paused_until, ${pauseSql('(h.failures + 1)', '(select now from clock)')})
      else h.paused_until end,
    last_error = coalesce(excluded.last_error, h.last_error),
    last_failed_at = coalesce(excluded.last_failed_at, h.last_failed_at),
    last_succeeded_at = coalesce(excluded.last_succeeded_at, h.last_succeeded_at)`;

/**
 * Writes down how calls of a provider went, and what follows for the next ones: after several that failed, or where it asks for it, a
 * pause. What cannot be written down is told to the log: the call itself is over.
 */
export function createRecordCall(
  { pool, clock, log }: Omit<Surroundings, 'agent'>,
  { capability, host }: { readonly capability: OutsideCapability; readonly host: string },
): RecordCall {
  const nextId = monotonicFactory();
  return async ({ orgId, businessId, conversationId }, went) => {
    const { startedAt, tries, sentChars, receivedChars, error, isOtherKey = false } = went;
    try {
      await pool.query(recordSql, [
        orgId,
        nextId(clock.now().getTime()).toLowerCase(),
        businessId,
        conversationId,
        capability,
        host,
        error?.status ?? null,
        error?.message ?? null,
        tries,
        Math.round(performance.now() - startedAt),
        sentChars,
        receivedChars,
        error?.isProviders ?? false,
        sharedNow(clock),
        error?.retryAfterMs ?? null,
        isOtherKey,
      ]);
    } catch (reason) {
      log.warn({ err: reason, orgId, capability }, 'A call of a provider could not be written down.');
    }
  };
}
