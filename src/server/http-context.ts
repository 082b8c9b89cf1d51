import type { Actor } from '../access/actor.ts';
import type { RateLimitState } from '../access/rate-limit.ts';

/** What Express hands to Yoga: who asks, and where the state of their limits is gathered for the answer's headers. */
export type HttpContext = { readonly actor: Actor; readonly limits: { latest: RateLimitState | null } };
