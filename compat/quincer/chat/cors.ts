import type { Actor } from '../../../src/access/actor.ts';
import { forbidden } from '../../../src/errors.ts';
import { addHeaders, type Exchange } from '../../http/exchange.ts';

const exposed = [
  'ETag',
  'X-Request-Id',
  'Tributary-Dialect',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Idempotency-Replayed',
];

const asked = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'Last-Event-ID',
  'Visitor-Token',
  'X-Request-Id',
];

/**
 * Lets a page's script read the answer. A preflight shows no key, so it is answered for any origin; whether the widget
 * allows this one is settled when the call itself arrives. Browsers keep the answer for two hours, the longest that any of them does.
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
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': asked.join(', '),
    'Access-Control-Max-Age': '7200',
  });
}

/** @throws FORBIDDEN for a page whose origin the widget does not list. A request without an Origin is no page's. */
export async function admitOrigin(
  mayComeFrom: (actor: Actor, origin: string) => Promise<boolean>,
  actor: Actor,
  exchange: Exchange,
): Promise<void> {
  const { origin } = exchange.request.headers;
  if (origin === undefined || (await mayComeFrom(actor, origin))) return;
  exchange.headers.delete('Access-Control-Allow-Origin');
  throw forbidden(`This widget does not answer pages of ${origin.slice(0, 200)}.`);
}
