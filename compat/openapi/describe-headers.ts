import type { HeadersObject, ReferenceObject } from 'openapi3-ts/oas31';
import type { RestDialect } from '../dialect.ts';
import type { Route } from '../route.ts';

const header = (description: string, example?: string) => ({
  description,
  schema: { type: 'string' as const, ...(example === undefined ? {} : { example }) },
});

/** Described once, referred to by every answer that carries them. */
export const headerComponents = {
  'X-Request-Id': header('The id this request is logged under.'),
  'Tributary-Dialect': header('The dialect that answers.', 'quincer'),
  'WWW-Authenticate': header('How to authenticate.', 'Bearer'),
  'Retry-After': header('Seconds to wait.', '42'),
  ETag: header('A strong validator of the body.'),
  'Idempotency-Replayed': header('`true` on an answer that is repeated.'),
  'Quincer-RateLimit-Limit': header('Units a minute of this kind of operation.', '100'),
  'Quincer-RateLimit-Remaining': header('Units left.', '87'),
  'Quincer-RateLimit-Reset': header('When they begin again, in epoch seconds.', '1714435260'),
  RateLimit: header('Units left, and in how many seconds they begin again.', '"reads";r=87;t=42'),
  'RateLimit-Policy': header('Units in a window of so many seconds.', '"reads";q=100;w=60'),
  Deprecation: header('Since when this spelling is superseded (RFC 9745).', '@1775001600'),
  Sunset: header('When it may go (RFC 8594).', 'Fri, 01 Oct 2027 00:00:00 GMT'),
  Link: header(
    'Where a list goes on (`next`), or what replaces a superseded spelling (`successor-version`).',
    '</api/v1/tasks>; rel="successor-version"',
  ),
};

type HeaderName = keyof typeof headerComponents;

const quincerLimits = ['Quincer-RateLimit-Limit', 'Quincer-RateLimit-Remaining', 'Quincer-RateLimit-Reset'] as const;

/** What comes with an answer of this status beside its body. */
export function describeHeaders(
  dialect: RestDialect,
  route: Route,
  status: number,
  deprecated: boolean,
): HeadersObject {
  const known = route.access === 'key' && status !== 401;
  const names: HeaderName[] = [
    'X-Request-Id',
    'Tributary-Dialect',
    ...only(status === 401, 'WWW-Authenticate'),
    ...only(known && dialect.keys === 'QUINCER', ...quincerLimits),
    ...only(known, 'RateLimit', 'RateLimit-Policy'),
    ...only(status === 429 || status === 503, 'Retry-After'),
    ...only(route.method === 'get' && (status === 200 || status === 304) && isJson(route), 'ETag'),
    ...only(route.idempotent && status < 300, 'Idempotency-Replayed'),
    ...only(deprecated && status !== 401, 'Deprecation', 'Sunset', 'Link'),
    ...only(route.pages && !deprecated && status === 200, 'Link'),
  ];
  return Object.fromEntries(names.map((name) => [name, referenceTo(name)]));
}

const isJson = ({ media }: Route) => media === 'application/json';

const only = (applies: boolean, ...names: HeaderName[]) => (applies ? names : []);

const referenceTo = (name: HeaderName): ReferenceObject => ({ $ref: `#/components/headers/${name}` });
