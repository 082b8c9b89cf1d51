import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { Kind, print, type DocumentNode } from 'graphql';
import { z } from 'zod';
import type { RestDialect } from '../dialect.ts';
import type { RestErrorCode } from '../http/rest-error.ts';
import type { Method, Route } from '../route/route.ts';
import { describeHeaders } from './describe-headers.ts';
import { eventStreamMedia } from '../http/event-stream.ts';
import { visitorTokenHeader } from '../http/visitor-token.ts';
import { groupOf } from './resources.ts';
import { withAliases } from './with-aliases.ts';

type Spelling = { readonly method: Method; readonly path: string; readonly deprecated: boolean };

/** One operation for the canonical spelling of a route, and one for each older one. */
export function describeRoute(dialect: RestDialect, route: Route): RouteConfig[] {
  const { aliases } = route;
  const spellings: Spelling[] = [
    { method: route.method, path: route.path, deprecated: route.successor !== null },
    ...aliases.methods.map((method) => ({ method, path: route.path, deprecated: true })),
    ...aliases.paths.map((path) => ({ method: route.method, path, deprecated: true })),
  ];
  return spellings.map((spelling, index) => describeSpelling(dialect, route, spelling, index));
}

function describeSpelling(dialect: RestDialect, route: Route, spelling: Spelling, index: number): RouteConfig {
  const name =
    route.name ?? (route.document ? nameOf(route.document) : `${route.method}${route.path.replaceAll('/', '-')}`);
  return {
    method: spelling.method,
    path: dialect.basePath + spelling.path.replace(/:(\w+)/g, '{$1}'),
    operationId: `${dialect.name}.${name}${index === 0 ? '' : `.alias${index}`}`,
    tags: [groupOf(dialect, route).name],
    summary: route.summary,
    description: [route.description, spelling.deprecated ? `Legacy spelling of ${canonical(dialect, route)}.` : '']
      .filter(Boolean)
      .join('\n\n'),
    ...(spelling.deprecated ? { deprecated: true } : {}),
    security: route.access === 'public' ? [] : [{ [dialect.scheme.name]: [] }],
    ...(route.scope === null ? {} : { 'x-scope': route.scope }),
    ...(route.document
      ? { 'x-graphql-operation': nameOf(route.document), 'x-graphql-document': print(route.document) }
      : {}),
    request: describeRequest(route),
    responses: describeResponses(dialect, route, spelling.deprecated),
  };
}

const canonical = ({ basePath }: RestDialect, { method, path, successor }: Route) =>
  `${method.toUpperCase()} ${basePath}${successor?.({}) ?? path}`;

/** The name a document gives its operation; fragments stand beside it. */
export function nameOf(document: DocumentNode): string {
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION && node.name) return node.name.value;
  }
  throw new Error('A document of a route has no named operation.');
}

function describeRequest(route: Route) {
  const takesBody = route.method !== 'get' && Object.keys(route.body.shape).length > 0;
  const headers = {
    ...(route.idempotent ? { 'Idempotency-Key': route.tellsOnce ? tellsOnceKey : idempotencyKey } : {}),
    ...(route.visitor ? { [visitorTokenHeader]: visitorToken } : {}),
    ...(route.visitorOf === null ? {} : { [visitorTokenHeader]: ownVisitorToken }),
    ...(route.media === eventStreamMedia ? { 'Last-Event-ID': lastEventId } : {}),
    ...(route.method === 'get' && isJson(route) ? { 'If-None-Match': ifNoneMatch } : {}),
    ...(route.resource ? { 'If-Match': ifMatch } : {}),
  };
  return {
    params: route.params,
    query: withAliases(route.query, route.aliases.query),
    headers: z.object(headers),
    ...(takesBody ? { body: describeBody(route) } : {}),
  };
}

const idempotencyKey = z.string().optional().meta({
  description: 'Answers a repetition within 24 hours with the first answer. 1 to 255 visible ASCII characters.',
});
const ifMatch = z.string().optional().meta({
  description:
    'The ETag that a GET of the resource gave, a list of such, or `*`; answers 412 where it has changed since. Weak tags never match.',
});
const tellsOnceKey = z.string().optional().meta({
  description:
    'Refuses a repetition within 24 hours with 409 and the id of what was made: the answer holds a secret, which is told once. 1 to 255 visible ASCII characters.',
});
const visitorToken = z.string().optional().meta({
  description:
    'By what the visitor is known: the browser makes it before the first message, `vt_` and 43 random letters and digits, and only its hash is stored. Needed to go on with a conversation, and beside an `Idempotency-Key`. Absent from a first message, the answer brings one.',
});
const ownVisitorToken = z.string().meta({
  description:
    'The token of the conversation’s visitor, which the first message brought or was answered with. It lives for 30 days after its last use. Without it, or with another, 404.',
});
const lastEventId = z.string().optional().meta({
  description: 'The `id` of the last event that came: the stream goes on behind it, whatever `after` says.',
});
const ifNoneMatch = z.string().optional().meta({ description: 'An ETag; answers 304 while nothing has changed.' });

/** An absent body is read as an empty one: it may be absent where that is one. */
function describeBody({ body, example, aliases }: Route) {
  const schema = Object.keys(aliases.body).length === 0 ? body : withAliases(body, aliases.body);
  return {
    required: !body.safeParse({}).success,
    content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
  };
}

/** What a refusal means, by the code that each dialect has a status for. */
const reasons = {
  INVALID: 'The request is not valid; the message names what is wrong.',
  UNAUTHENTICATED: 'The credential is missing, unknown, revoked, expired, or at home elsewhere.',
  FORBIDDEN: 'The key lacks the scope, or the plan its room.',
  NOT_FOUND: 'No such resource in this workspace.',
  CONFLICT: 'The state of the resource, or a used Idempotency-Key, stands in the way.',
  PRECONDITION_FAILED: 'The resource is not as the ETag in If-Match says, or no GET gives one of it.',
  TOO_LARGE: 'The body is larger than 1 MiB.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not JSON.',
  LIMITED: 'The rate limit is spent; Retry-After says for how long.',
  INTERNAL: 'Something went wrong here; the message names the request id.',
  UNAVAILABLE: 'Too busy for the moment; Retry-After says for how long.',
} as const satisfies Partial<Record<RestErrorCode, string>>;

/** How a route can refuse: by its shape, and by what it says of itself. */
function refusalsOf(route: Route): (keyof typeof reasons)[] {
  const { method, access, kind, scope, params, idempotent } = route;
  const keyed = access === 'key';
  const sendsBody = method !== 'get';
  const may = (code: RestErrorCode) => route.hints[code] !== undefined || route.refuses.includes(code);
  const applies: readonly (readonly [keyof typeof reasons, boolean])[] = [
    ['INVALID', true],
    ['UNAUTHENTICATED', keyed],
    ['FORBIDDEN', scope !== null || may('FORBIDDEN')],
    ['NOT_FOUND', Object.keys(params.shape).length > 0 || may('NOT_FOUND')],
    ['CONFLICT', idempotent || may('CONFLICT')],
    ['PRECONDITION_FAILED', keyed && kind === 'write'],
    ['TOO_LARGE', sendsBody],
    ['UNSUPPORTED_MEDIA_TYPE', sendsBody],
    ['LIMITED', keyed || kind === 'write'],
    ['INTERNAL', true],
    // Reads wait their turn.
    ['UNAVAILABLE', kind === 'write'],
  ];
  return applies.flatMap(([code, can]) => (can ? [code] : []));
}

function describeResponses(dialect: RestDialect, route: Route, deprecated: boolean) {
  const headers = (status: number) => ({ headers: describeHeaders(dialect, route, status, deprecated) });
  const failures = refusalsOf(route).map((code) => {
    const { status } = dialect.fail({ code, message: reasons[code], details: {}, headers: {} }, route);
    return [status, { description: reasons[code], ...headers(status), ...json(dialect.errorBody) }] as const;
  });
  const unchanged = { 304: { description: 'Unchanged since the ETag given.', ...headers(304) } };
  return {
    [route.status]: {
      description: describeReply(route),
      ...headers(route.status),
      ...content(route.media, route.reply),
    },
    ...(route.method === 'get' && isJson(route) ? unchanged : {}),
    ...Object.fromEntries(failures),
  };
}

function describeReply({ status, media, reply }: Route): string {
  const told = reply.meta()?.description;
  const fields = reply instanceof z.ZodObject ? Object.keys(reply.shape).map((name) => `\`${name}\``) : [];
  const carried =
    fields.length > 0 ? `Carries ${listed.format(fields)}.` : `The whole of it, as ${media.split(';')[0]}.`;
  return [status === 201 ? 'It is made.' : '', told ?? '', carried].filter(Boolean).join(' ');
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

const isJson = ({ media }: Route) => media === 'application/json';

const content = (media: string, schema: z.ZodType) => ({
  content: { [media.split(';')[0] ?? media]: { schema } },
});

const json = (schema: z.ZodType) => content('application/json', schema);
