import type { Actor } from '../../../src/access/actor.ts';
import { forbidden } from '../../../src/errors.ts';
import { addHeaders, type Exchange } from '../../http/exchange.ts';

const exposed = [
  'X-Request-Id',
  'Tributary-Dialect',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Idempotency-Replayed',
];

/**
 * Lets a page's script read the answer. A preflight shows no key, so it is answered for any origin; whether the widget
 * allows this one is settled when the message itself arrives.
 */
export function welcomeOrigin(exchange: Exchange): void {
  exchange.headers.set('Vary', 'Origin');
  const { origin } = exchange.request.headers;
  if (origin === undefined) return;
  addHeaders(exchange, {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': exposed.join(', '),
  });
  if (exchange.method !== 'options') return;
  addHeaders(exchange, {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Visitor-Token, X-Request-Id',
    'Access-Control-Max-Age': '600',
  });
}

/** @throws FORBIDDEN for a page whose origin the widget does not list. A request without an Origin is no page's. */
export async function admitOrigin(
  allowedOrigins: (actor: Actor) => Promise<readonly string[]>,
  actor: Actor,
  exchange: Exchange,
): Promise<void> {
  const { origin } = exchange.request.headers;
  if (origin === undefined) return;
  const allowed = await allowedOrigins(actor);
  if (allowed.includes('*') || allowed.some((candidate) => isSameOrigin(candidate, origin))) return;
  exchange.headers.delete('Access-Control-Allow-Origin');
  throw forbidden(`This widget does not answer pages of ${origin.slice(0, 200)}.`);
}

const isSameOrigin = (candidate: string, origin: string) =>
  candidate.toLowerCase().replace(/\/$/, '') === origin.toLowerCase();
