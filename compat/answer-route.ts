import type { Actor } from '../src/access/actor.ts';
import type { IdempotencyClaim } from '../src/db/idempotency.ts';
import { conflict, forbidden } from '../src/domain/errors.ts';
import { resolveAliases, deprecationHeaders } from './aliases.ts';
import { checkParameter, decode } from './check-text.ts';
import type { RestDialect } from './dialect.ts';
import { addHeaders, type Answer, type Exchange } from './exchange.ts';
import type { BoundExecutor } from './execute.ts';
import { answerOnce, claimOf, keyOfVisitor, readIdempotencyKey, type IdempotencyStore } from './idempotency.ts';
import type { RouteMatch } from './match-route.ts';
import { parseJson } from './parse-json.ts';
import { parseQuery } from './parse-query.ts';
import { readBody } from './read-body.ts';
import { toRestFailure, type RestErrorCode } from './rest-error.ts';
import type { RawInput, Route } from './route.ts';

export type Bind = (actor: Actor, idempotency: IdempotencyClaim | null) => BoundExecutor;

type Call = {
  readonly exchange: Exchange;
  readonly dialect: RestDialect;
  readonly match: RouteMatch;
  readonly actor: Actor;
  readonly bind: Bind;
};

type KeyedCall = Call & {
  readonly idempotency: IdempotencyStore;
  readonly report: (error: unknown, requestId: string) => void;
};

/** Answers a public route: nobody acts, nothing is kept for a replay. */
export async function answerPublicRoute(call: Call): Promise<Answer> {
  const { input } = await readInput(call);
  return present(call.match.route, await call.match.route.run(call.bind(call.actor, null), input));
}

/** Answers a route for a key, after its units were spent. */
export async function answerKeyedRoute(call: KeyedCall): Promise<Answer> {
  const { exchange, match, actor, dialect } = call;
  const { route } = match;
  if (route.scope !== null && !actor.scopes.has(route.scope)) throw lacksScope(route.scope);
  const key = route.idempotent ? readIdempotencyKey(exchange.request.headers['idempotency-key']) : null;
  const { input, raw, path } = await readInput(call);
  if (key === null) return present(route, await route.run(call.bind(actor, null), input));

  // A widget's key is shared by all its visitors: none may be answered with what another was told.
  const own = actor.widgetId === null ? key : keyOfVisitor(key, exchange.address);
  const claim = claimOf(own, route.method, path, raw);
  const answer = await answerOnce({
    store: call.idempotency,
    actor,
    claim,
    report: (error) => call.report(error, exchange.requestId),
    run: async () => runToEnd(dialect, route, exchange.requestId, () => route.run(call.bind(actor, claim), input)),
    rebuild: async (resourceId) => {
      if (!route.rebuild)
        throw conflict('What this Idempotency-Key asked for was done; its answer is not there to be repeated.');
      const reader = { ...actor, scopes: new Set([...actor.scopes, route.rebuild.scope]) };
      return present(route, await route.rebuild.run(call.bind(reader, null), input, resourceId));
    },
  });
  if (answer.replayed) exchange.headers.set('Idempotency-Replayed', 'true');
  return { status: answer.status, body: answer.body };
}

const lacksScope = (scope: string) => forbidden(`API key lacks required scope: ${scope}`, { scope });

const present = ({ status }: Route, body: unknown) => ({ status, body: JSON.stringify(body) });

/** Refusals that a repetition of the same request would meet again for good. */
const finalCodes: ReadonlySet<RestErrorCode> = new Set(['NOT_FOUND', 'CONFLICT', 'LEAD_LIMIT_REACHED']);

async function runToEnd(dialect: RestDialect, route: Route, requestId: string, run: () => Promise<unknown>) {
  try {
    return { ...present(route, await run()), keep: true };
  } catch (error) {
    const failure = toRestFailure(error, requestId);
    if (!finalCodes.has(failure.code)) throw error;
    const { status, body } = dialect.fail(failure, route);
    return { status, body: JSON.stringify(body), keep: true };
  }
}

async function readInput({ exchange, dialect, match, actor }: Call) {
  const { route, params } = match;
  const query = resolveAliases(parseQuery(exchange.search), route.aliases.query);
  const path = canonicalPath(dialect, match);
  const successor = path + searchOf(query.fields);
  if (match.legacy || query.legacy) addHeaders(exchange, deprecationHeaders(successor));
  const raw = route.method === 'get' ? Buffer.alloc(0) : await readBody(exchange.request);
  const body = resolveBody(raw, route);
  if (body.legacy) addHeaders(exchange, deprecationHeaders(successor));
  const decoded = new Map(Object.entries(params).map(([name, value]) => [name, decodeParameter(name, value)]));
  const input: RawInput = { params: Object.fromEntries(decoded), query: query.fields, body: body.fields, actor };
  return { input, raw, path };
}

function resolveBody(raw: Buffer, route: Route): { fields: unknown; legacy: boolean } {
  if (raw.length === 0) return { fields: {}, legacy: false };
  const value = parseJson(raw);
  return isRecord(value) ? resolveAliases(value, route.aliases.body) : { fields: value, legacy: false };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function decodeParameter(name: string, encoded: string): string {
  const value = decode(`Parameter ${name}`, encoded);
  checkParameter(name, value);
  return value;
}

const canonicalPath = ({ basePath }: RestDialect, { route, params }: RouteMatch) =>
  basePath + route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');

function searchOf(query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? '' : `?${search}`;
}
