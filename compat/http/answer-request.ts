import { GraphQLError } from 'graphql';
import type { Actor } from '../../src/access/actor.ts';
import type { OperationKind, RateLimits } from '../../src/access/rate-limit.ts';
import type { RowPlace } from '../../src/db/write/expected-row.ts';
import { invalid, unauthenticated } from '../../src/errors.ts';
import { isHost } from '../../src/http/is-host.ts';
import { EdgeError } from '../../src/http/edge-error.ts';
import { answerKept, type KeptReads } from './answer-kept.ts';
import { answerPublicRoute, type Bind } from './answer-route.ts';
import { checkHome, guessDialect, type HomeOf, readCredential } from './credential.ts';
import type { KeyDialect, RestDialect, Surface } from '../dialect.ts';
import { addHeaders, checkPath, type Answer, type Exchange } from './exchange.ts';
import { executeForData, type ExecuteDocument, type SubscribeDocument, subscribeForData } from './execute.ts';
import type { IdempotencyStore } from '../../src/http/idempotency.ts';
import type { ExportLeads } from '../../src/server/lead-export.ts';
import type { PathMatch, RouteMatch } from './match-route.ts';
import { toRestFailure } from './rest-error.ts';
import { spend } from './spend.ts';
import type { Route } from '../route/route.ts';

/** What the compat layer needs of the running product. */
export type CompatServices = {
  readonly authenticate: (token: string, requestId: string) => Promise<Actor>;
  /** By the prefix alone; null for what cannot be a key. */
  readonly dialectOfToken: (token: string) => KeyDialect | null;
  /** Where keys of a dialect work, such as `at /graphql`. */
  readonly homeOf: HomeOf;
  /** Who acts on a public route. */
  readonly stranger: (dialect: KeyDialect, requestId: string, address: string) => Actor;
  readonly execute: ExecuteDocument;
  readonly subscribe: SubscribeDocument;
  /** Who reads a conversation with its visitor's token. @throws NOT_FOUND */
  readonly authenticateVisitor: (widget: Actor, conversationId: string, token: string | null) => Promise<Actor>;
  readonly exportLeads: ExportLeads;
  readonly kept: KeptReads;
  /** Told of every use of an older spelling. */
  readonly aliasUsed: (actor: Actor, alias: string) => void;
  readonly rateLimits: RateLimits;
  /** What tells this version of a row from all others; null where the caller can see no such row. */
  readonly rowVersion: (actor: Actor, place: RowPlace) => Promise<string | null>;
  readonly idempotency: IdempotencyStore;
  /** Told of every failure the caller only gets a request id for. */
  readonly report: (error: unknown, requestId: string) => void;
  /** Tells failures that will pass from those of the product itself. */
  readonly toFailure: (error: unknown) => unknown;
};

export type SurfaceHandler = Surface & {
  readonly match: ReadonlyMap<RestDialect, (path: string) => PathMatch | null>;
};

/** Whose words a failure is told in; settled while the request is understood. */
type Place = { dialect: RestDialect; route: Route | null };

/** Never throws: every failure becomes an answer in the shape the caller can read. */
export async function answerRequest(
  services: CompatServices,
  surface: SurfaceHandler,
  dialects: readonly RestDialect[],
  exchange: Exchange,
): Promise<Answer> {
  const place: Place = { dialect: surface.fallback, route: null };
  try {
    surface.welcome?.(exchange);
    return await answerAt(services, surface, dialects, exchange, place);
  } catch (error) {
    const failure = toRestFailure(services.toFailure(error), exchange.requestId);
    // The graph reports what comes from it; everything else is reported here.
    const isOurs = failure.code === 'INTERNAL' || failure.code === 'UNAVAILABLE';
    if (isOurs && !(error instanceof GraphQLError)) services.report(error, exchange.requestId);
    addHeaders(exchange, failure.headers);
    const { status, body } = place.dialect.fail(failure, place.route);
    return { status, body: JSON.stringify(body) };
  } finally {
    exchange.headers.set('Tributary-Dialect', place.dialect.name);
  }
}

async function answerAt(
  services: CompatServices,
  surface: SurfaceHandler,
  dialects: readonly RestDialect[],
  exchange: Exchange,
  place: Place,
): Promise<Answer> {
  const matches = surface.dialects.map((dialect) => ({ dialect, path: surface.match.get(dialect)?.(exchange.path) }));
  const open = matches.find(({ path }) => [...(path?.byMethod.values() ?? [])].some(isPublic));
  if (open?.path) return answerOpen(services, exchange, place, open.dialect, open.path);

  const token = readCredential(exchange.request.headers, surface);
  const claimed = token === null ? null : services.dialectOfToken(token);
  place.dialect = guessDialect(claimed, surface, dialects);
  if (!isHost(exchange.request.headers.host)) throw invalid('The Host header names no host.');
  if (token === null || surface.dialects.length === 0) return answerStranger(exchange, matches);
  checkHome(claimed, surface, services.homeOf);
  const actor = await services.authenticate(token, exchange.requestId);
  const own = matches.find(({ dialect }) => dialect.keys === actor.dialect);
  if (!own) throw unauthenticated(`This key does not work under ${surface.basePath}.`);
  place.dialect = own.dialect;
  const match = own.path?.byMethod.get(exchange.method);
  place.route = match?.route ?? null;
  const admitted = await surface.admit?.(actor, exchange);
  const unit = await services.rateLimits.spend(actor, match?.route.kind ?? kindOf(exchange.method));
  spend(exchange, unit, admitted);
  checkPath(exchange);
  if (exchange.method === 'options' && own.path) return allow(exchange, own.path.allow);
  const found = requireMatch(own.path ?? null, match);
  return answerKept(services.kept, {
    exchange,
    dialect: own.dialect,
    match: found,
    actor,
    idempotency: services.idempotency,
    rowVersion: services.rowVersion,
    report: services.report,
    aliasUsed: services.aliasUsed,
    authenticateVisitor: services.authenticateVisitor,
    bind: binder(services, exchange),
  });
}

const binder =
  ({ execute, subscribe, exportLeads }: CompatServices, { requestId, address, request, leaving }: Exchange): Bind =>
  (actor, idempotency, expected = null) => ({
    execute: (document, variables) =>
      executeForData(execute, { actor, document, variables, idempotency, expected, requestId }),
    subscribe: (document, variables, beside) =>
      subscribeForData(subscribe, {
        actor,
        document,
        variables,
        beside,
        address,
        origin: request.headers.origin ?? null,
        signal: leaving(),
      }),
    exportLeads: (request) => exportLeads(actor, request, requestId),
  });

const isPublic = ({ route }: RouteMatch) => route.access === 'public';

/** A path whose routes need no credential; one that is sent is not looked at. */
async function answerOpen(
  services: CompatServices,
  exchange: Exchange,
  place: Place,
  dialect: RestDialect,
  path: PathMatch,
): Promise<Answer> {
  place.dialect = dialect;
  checkPath(exchange);
  if (exchange.method === 'options') return allow(exchange, path.allow);
  const match = requireMatch(path, path.byMethod.get(exchange.method));
  place.route = match.route;
  if (match.route.kind === 'write') spend(exchange, await services.rateLimits.spendAddress('signup', exchange.address));
  return answerPublicRoute({
    exchange,
    dialect,
    match,
    actor: services.stranger(dialect.keys, exchange.requestId, exchange.address),
    bind: binder(services, exchange),
  });
}

type Match = { readonly dialect: RestDialect; readonly path: PathMatch | null | undefined };

function answerStranger(exchange: Exchange, matches: readonly Match[]): Answer {
  const known = matches.flatMap(({ path }) => (path ? [path] : []));
  if (known.length === 0) throw unknownRoute();
  if (exchange.method === 'options') return allow(exchange, [...new Set(known.flatMap((path) => path.allow))]);
  throw unauthenticated('This route needs an API key. Send it as `Authorization: Bearer <key>`.');
}

const kindOf = (method: string): OperationKind => (method === 'get' || method === 'options' ? 'read' : 'write');

const unknownRoute = () => new EdgeError('UNKNOWN_ROUTE', 'There is no such route.');

function requireMatch(path: PathMatch | null, match: RouteMatch | undefined): RouteMatch {
  if (!path) throw unknownRoute();
  if (match) return match;
  const methods = path.allow.join(', ');
  throw new EdgeError('METHOD_NOT_ALLOWED', `This route answers ${methods}.`, { Allow: methods });
}

function allow(exchange: Exchange, methods: readonly string[]): Answer {
  exchange.headers.set('Allow', methods.join(', '));
  return { status: 204, body: null };
}
