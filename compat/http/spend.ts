import type { RateLimitState } from '../../src/access/rate-limit.ts';
import { DomainError } from '../../src/errors.ts';
import { addHeaders, type Exchange } from './exchange.ts';

/** Shows what is left, of two buckets in that with less. @throws LIMITED when nothing was in the last asked */
export function spend(exchange: Exchange, state: RateLimitState, before: RateLimitState = state): void {
  addHeaders(exchange, state.allowed && before.remaining < state.remaining ? before.headers : state.headers);
  if (state.allowed) return;
  throw new DomainError('LIMITED', state.message, { retryAfterSeconds: state.retryAfterSeconds });
}
