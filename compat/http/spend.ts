import type { RateLimitState } from '../../src/access/rate-limit.ts';
import { DomainError } from '../../src/errors.ts';
import { addHeaders, type Exchange } from './exchange.ts';

/** Shows what is left. @throws LIMITED when nothing was */
export function spend(exchange: Exchange, state: RateLimitState): void {
  addHeaders(exchange, state.headers);
  if (state.allowed) return;
  throw new DomainError('LIMITED', state.message, { retryAfterSeconds: state.retryAfterSeconds });
}
