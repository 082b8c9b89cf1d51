import type { Actor } from '../../access/actor.ts';
import type { RateLimitState } from '../../access/rate-limit.ts';
import type { Repetition } from './execute-once.ts';

/** What Express hands to Yoga: who asks, and where the state of their limits is gathered for the answer's headers. */
export type HttpContext = {
  readonly actor: Actor;
  readonly limits: { latest: RateLimitState | null };
  /** Null without an `Idempotency-Key`. */
  readonly repetition: Repetition | null;
  /** Aborted when the connection is gone. */
  readonly signal: AbortSignal;
};
