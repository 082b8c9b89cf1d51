import type { HeaderObject, HeadersObject, ReferenceObject, SchemaObject } from 'openapi3-ts/oas31';
import { vendorList } from '../../src/vendors/index.ts';
import type { RestDialect } from '../dialect.ts';
import { eventStreamMedia } from '../http/event-stream.ts';
import type { Route } from '../route/route.ts';

type Described = { readonly description: string; readonly schema: SchemaObject };

const text = (description: string, example: string, pattern?: string): Described => ({
  description,
  schema: { type: 'string', example, ...(pattern === undefined ? {} : { pattern }) },
});

const count = (description: string, example: number): Described => ({
  description,
  schema: { type: 'integer', minimum: 0, example },
});

const names = vendorList.map(({ vendor }) => vendor.name);

const described = {
  'X-Request-Id': text(
    'The id this request is logged under.',
    '0198f6a3-5d0c-7cc1-9a4e-2f6d1b7e8c90',
    '^[\\w.:-]{1,128}$',
  ),
  'Tributary-Dialect': text('The dialect that answers.', names[0] ?? '', `^(${names.join('|')})$`),
  'WWW-Authenticate': text('How to authenticate.', 'Bearer'),
  'Retry-After': count('Seconds to wait.', 42),
  ETag: text('A strong validator of the body.', '"Xh5k2m"', '^"[^"]+"$'),
  'Idempotency-Replayed': text('`true` on an answer that is repeated.', 'true', '^true$'),
  RateLimit: text(
    'Units left, and in how many seconds they begin again.',
    '"reads";r=87;t=42',
    '^"(reads|writes)";r=\\d+;t=\\d+$',
  ),
  'RateLimit-Policy': text(
    'Units in a window of so many seconds.',
    '"reads";q=100;w=60',
    '^"(reads|writes)";q=\\d+;w=\\d+$',
  ),
  'X-Accel-Buffering': text('`no`: what stands between passes events on as they come.', 'no', '^no$'),
  Deprecation: text('Since when this spelling is superseded (RFC 9745).', '@1775001600', '^@\\d+$'),
  Sunset: text('When it may go (RFC 8594).', 'Fri, 01 Oct 2027 00:00:00 GMT', ' GMT$'),
  Link: text(
    'Where a list goes on (`next`), or what replaces a superseded spelling (`successor-version`).',
    '</api/v1/tasks>; rel="successor-version"',
    '^<[^>]+>; rel="(next|successor-version)"',
  ),
} as const satisfies Record<string, Described>;

const vendorLimits = Object.fromEntries(
  vendorList.flatMap(({ vendor: { rateLimit } }) =>
    rateLimit
      ? [
          [rateLimit.headers.limit, count('Units a minute of this kind of operation.', 100)],
          [rateLimit.headers.remaining, count('Units left.', 87)],
          [rateLimit.headers.reset, count('When they begin again, in epoch seconds.', 1714435260)],
        ]
      : [],
  ),
);

/** Described once, referred to by every answer that carries them: by its name what it always carries, else with `.optional`. */
const components: Record<string, HeaderObject> = Object.fromEntries(
  Object.entries({ ...described, ...vendorLimits }).flatMap(([name, header]) => [
    [name, { ...header, required: true }],
    [`${name}.optional`, header],
  ]),
);

/** Those of them that these paths refer to. */
export function referredHeaders(paths: unknown): Record<string, HeaderObject> {
  const text = JSON.stringify(paths);
  return Object.fromEntries(
    Object.entries(components).filter(([name]) => text.includes(`"#/components/headers/${name}"`)),
  );
}

const superseded = ['Deprecation', 'Sunset', 'Link'] as const;

/** What comes with an answer of this status beside its body. */
export function describeHeaders(
  dialect: RestDialect,
  route: Route,
  status: number,
  deprecated: boolean,
): HeadersObject {
  const succeeds = status < 400;
  const always: string[] = [
    'X-Request-Id',
    'Tributary-Dialect',
    ...only(status === 401, 'WWW-Authenticate'),
    ...(status < 500 ? limitsOf(dialect, route, status) : []),
    ...only(status === 429 || status === 503, 'Retry-After'),
    ...only(succeeds && route.method === 'get' && isJson(route), 'ETag'),
    ...only(succeeds && route.media === eventStreamMedia, 'X-Accel-Buffering'),
    ...only(succeeds && deprecated, ...superseded),
  ];
  const sometimes: string[] = [
    // What stands in the way may end by itself.
    ...only(status === 409 && dialect.conflictsPass === true, 'Retry-After'),
    // What breaks may break before anything is counted.
    ...(status >= 500 ? limitsOf(dialect, route, status) : []),
    ...only(isKept(route, status), 'Idempotency-Replayed'),
    ...only(status !== 401 && (deprecated || hasOlderNames(route)), ...superseded),
    ...only(status === 200 && route.pages, 'Link'),
  ];
  return Object.fromEntries([
    ...sometimes.map((name) => [name, optionalHeader(name)] as const),
    ...always.map((name) => [name, referenceTo(name)] as const),
  ]);
}

function limitsOf({ keys }: RestDialect, route: Route, status: number): string[] {
  const counted = route.access === 'key' ? status !== 401 : route.kind === 'write';
  const own = vendorList.find(({ dialect }) => dialect === keys)?.vendor.rateLimit?.headers;
  return [
    ...(counted && own ? [own.limit, own.remaining, own.reset] : []),
    ...only(counted, 'RateLimit', 'RateLimit-Policy'),
  ];
}

/** Answers of a write that a repetition with the same Idempotency-Key is given again. */
const isKept = ({ idempotent, tellsOnce }: Route, status: number) =>
  idempotent && ((status < 300 && !tellsOnce) || [403, 404, 409].includes(status));

const hasOlderNames = ({ aliases }: Route) => Object.keys({ ...aliases.query, ...aliases.body }).length > 0;

const isJson = ({ media }: Route) => media === 'application/json';

const only = (applies: boolean, ...names: (keyof typeof described)[]) => (applies ? names : []);

export const optionalHeader = (name: string): ReferenceObject => referenceTo(`${name}.optional`);

const referenceTo = (name: string): ReferenceObject => ({ $ref: `#/components/headers/${name}` });
