import { sharedNowSql } from '../../clock.ts';
import type { Capability, OnBehalf } from '../../domain/outside/capabilities.ts';
import { pauseSql } from '../../webhooks/endpoint-health.ts';
import type { Pool } from './gate.ts';
import type { ProviderError } from './provider-error.ts';

export type Call = OnBehalf & {
  readonly id: string;
  readonly capability: Capability;
  readonly provider: string;
  readonly tries: number;
  readonly durationMs: number;
  readonly sentChars: number;
  readonly receivedChars: number;
  /** Null for one that succeeded. */
  readonly error: ProviderError | null;
};

// One statement, so that no call is told without its effect on the breaker. A failure that is not the provider's leaves that alone.
const recordSql = `with clock as materialized (select ${sharedNowSql('$14')} as now), call as (
    insert into provider_calls (org_id, id, business_id, conversation_id, capability, provider, outcome, status, error, tries,
                                duration_ms, sent_chars, received_chars, created_at)
    select $1, $2, $3, $4, $5::"OutsideCapability", $6, (case when $8::text is null then 'SUCCEEDED' else 'FAILED' end)::"ProviderCallOutcome",
           $7::int, $8, $9::int, $10::int, $11::int, $12::int, now from clock
  )
  insert into provider_health as h (org_id, capability, failures, paused_until, last_error, last_failed_at, last_succeeded_at)
  select $1, $5::"OutsideCapability", case when $13::boolean then 1 else 0 end, now + $15::float8 * interval '1 millisecond', $8,
         case when $8::text is not null then now end, case when $8::text is null then now end
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

/** Writes down how a call went, and what follows for the next ones: after several that failed, or where it asks for it, a pause. */
export async function recordCall(pool: Pool, call: Call, now: Date | null): Promise<void> {
  const { error } = call;
  await pool.query(recordSql, [
    call.orgId,
    call.id,
    call.businessId,
    call.conversationId,
    call.capability,
    call.provider,
    error?.status ?? null,
    error?.message ?? null,
    call.tries,
    call.durationMs,
    call.sentChars,
    call.receivedChars,
    error?.isProviders ?? false,
    now,
    error?.retryAfterMs ?? null,
  ]);
}
