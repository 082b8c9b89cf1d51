import { isJsonObject } from '../../src/json.ts';
import { z } from 'zod';
import type { Actor } from '../../src/access/actor.ts';
import type { ExpectedRow, RowPlace } from '../../src/db/write/expected-row.ts';
import type { IdempotencyClaim } from '../../src/db/write/idempotency.ts';
import { DomainError, forbidden } from '../../src/errors.ts';
import { resolveAliases, deprecationHeaders } from '../route/aliases.ts';
import { checkParameter, decode } from './check-text.ts';
import { expectedOf, runExpecting } from './condition.ts';
import type { RestDialect } from '../dialect.ts';
import { addHeaders, type Answer, type Exchange } from './exchange.ts';
import {
  answerOnce,
  claimOf,
  finalCodes,
  keyOfVisitor,
  lostAnswer,
  readIdempotencyKey,
  type IdempotencyStore,
} from '../../src/http/idempotency.ts';
import type { RouteMatch } from './match-route.ts';
import { parseJson } from '../../src/http/parse-json.ts';
import { parseQuery } from './parse-query.ts';
import { readBody } from '../../src/http/read-body.ts';
import { toRestFailure } from './rest-error.ts';
import type { Outcome, RawInput, Reach, Route } from '../route/route.ts';
import { begin } from './stream.ts';
import { keepingNoToken, requireVisitorToken, takeVisitorToken } from './visitor-token.ts';

export type Bind = (actor: Actor, idempotency: IdempotencyClaim | null, expected?: ExpectedRow | null) => Reach;

type Call = {
  readonly exchange: Exchange;
  readonly dialect: RestDialect;
  readonly match: RouteMatch;
  readonly actor: Actor;
  readonly bind: Bind;
};

export type KeyedCall = Call & {
  readonly idempotency: IdempotencyStore;
  readonly rowVersion: (actor: Actor, place: RowPlace) => Promise<string | null>;
  readonly aliasUsed: (actor: Actor, alias: string) => void;
  readonly report: (error: unknown, requestId: string) => void;
  readonly authenticateVisitor: (widget: Actor, conversationId: string, token: string | null) => Promise<Actor>;
};

/** Answers a public route: nobody acts, nothing is kept for a replay. */
export async function answerPublicRoute(call: Call): Promise<Answer> {
  const { input } = await readInput(call);
  const { route } = call.match;
  return answerWith(call.exchange, route, await route.run(call.bind(call.actor, null), input));
}

/** Answers a route for a key, after its units were spent. */
export async function answerKeyedRoute(call: KeyedCall): Promise<Answer> {
  const { exchange, match, actor, dialect } = call;
  const { route } = match;
  if (route.scope !== null && !actor.scopes.has(route.scope)) throw lacksScope(route.scope);
  const key = route.idempotent ? readIdempotencyKey(exchange.request.headers['idempotency-key']) : null;
  const { input, aliases } = await readInput(call);
  for (const alias of aliases) call.aliasUsed(actor, alias);
  if (route.visitorOf !== null) return answerForVisitor(call, route.visitorOf, input);
  if (key === null) return answerWith(exchange, route, await runRoute(call, input, null));

  const { own, store } = route.visitor ? forVisitor(call, key, input) : { own: key, store: call.idempotency };
  const claim = claimOf(own, route.method, input.path, input.body);
  const answer = await answerOnce({
    store,
    actor,
    claim,
    report: (error) => call.report(error, exchange.requestId),
    run: async () => runToEnd(dialect, route, exchange.requestId, () => runRoute(call, input, claim)),
    rebuild: async (resourceId) => {
      if (!route.rebuild) throw lostAnswer(resourceId);
      const reader = { ...actor, scopes: new Set([...actor.scopes, route.rebuild.scope]) };
      const made = route.rebuild.run(call.bind(reader, null), input, resourceId);
      return present(route, await made.catch((error: unknown) => tellLoss(error, resourceId)));
    },
  });
  if (answer.replayed) exchange.headers.set('Idempotency-Replayed', 'true');
  return { status: answer.status, body: answer.body };
}

/** Answers in the name of the conversation's visitor. Before anything else that is asked is looked at, and nothing is kept. */
async function answerForVisitor(call: KeyedCall, parameter: string, input: RawInput): Promise<Answer> {
  const { exchange, match, authenticateVisitor, bind } = call;
  const actor = await authenticateVisitor(call.actor, input.params[parameter] ?? '', input.visitorToken);
  return answerWith(exchange, match.route, await match.route.run(bind(actor, null), { ...input, actor }));
}

function forVisitor({ idempotency }: KeyedCall, key: string, { visitorToken }: RawInput) {
  const token = requireVisitorToken(visitorToken);
  return { own: keyOfVisitor(key, token), store: keepingNoToken(idempotency, token) };
}

/** Runs a route; a write under the condition that its `If-Match` makes, after its fields were found to be right. */
async function runRoute(call: KeyedCall, input: RawInput, claim: IdempotencyClaim | null): Promise<Outcome> {
  const { exchange, match, actor, dialect, bind, rowVersion } = call;
  const { route } = match;
  const ifMatch = exchange.request.headers['if-match'];
  if (ifMatch === undefined || route.kind === 'read') return route.run(bind(actor, claim), input);
  const reach = (reader: Actor) => bind(reader, null);
  return runExpecting(
    () => expectedOf({ ifMatch, route, routes: dialect.routes, input, rowVersion, reach }),
    (expected) => route.run(bind(actor, claim, expected), input),
  );
}

const lacksScope = (scope: string) => forbidden(`API key lacks required scope: ${scope}`, { scope });

/** What is gone since it was made cannot be told of again, but it was found when it was asked for. */
function tellLoss(error: unknown, resourceId: string | null): never {
  throw error instanceof DomainError && error.code === 'NOT_FOUND' ? lostAnswer(resourceId) : error;
}

const present = ({ status }: Route, body: unknown) => ({ status, body: JSON.stringify(body) });

async function answerWith(exchange: Exchange, route: Route, outcome: Outcome): Promise<Answer> {
  if ('stream' in outcome) return { status: route.status, stream: await begin(outcome.stream), media: outcome.media };
  addHeaders(exchange, outcome.headers ?? {});
  return present(route, outcome.body);
}

async function runToEnd(dialect: RestDialect, route: Route, requestId: string, run: () => Promise<Outcome>) {
  try {
    const outcome = await run();
    if ('stream' in outcome) throw new Error('An answer that is kept for a replay cannot be a stream.');
    return { ...present(route, outcome.body), keep: !route.tellsOnce };
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
  const successor = route.successor === null ? null : dialect.basePath + route.successor(query.fields);
  const deprecated = deprecationHeaders(successor ?? path + searchOf(query.fields));
  const named = match.alias !== null || successor !== null || query.used.length > 0;
  // Before the body is read, so that a refusal of it carries them too.
  if (named) addHeaders(exchange, deprecated);
  const raw = route.method === 'get' ? Buffer.alloc(0) : await readBody(exchange.request);
  const body = resolveBody(raw, route);
  if (body.used.length > 0 && !named) addHeaders(exchange, deprecated);
  const decoded = new Map(Object.entries(params).map(([name, value]) => [name, decodeParameter(name, value)]));
  const isVisitors = route.visitor || route.visitorOf !== null;
  const shown = isVisitors
    ? takeVisitorToken(exchange.request.headers['visitor-token'], body.fields)
    : { token: null, body: body.fields };
  const input: RawInput = {
    params: Object.fromEntries(decoded),
    query: query.fields,
    body: shown.body,
    actor,
    path,
    visitorToken: shown.token,
    lastEventId: lastEventIdOf(exchange.request.headers['last-event-id']),
  };
  return {
    input,
    aliases: aliasesUsed(dialect, match, [...query.used, ...legacyOf(route, query.fields)], body.used),
  };
}

/** What a browser sends that has none is empty. */
const lastEventIdOf = (header: string | string[] | undefined): string | null =>
  header === undefined || header === '' ? null : String(header);

/** Each older spelling of a call by a name that is the same whatever its values: see `ApiKey.aliasUsage`. */
function aliasesUsed(
  { basePath }: RestDialect,
  { route, alias }: RouteMatch,
  query: readonly string[],
  body: readonly string[],
): string[] {
  const canonical = `${route.method.toUpperCase()} ${basePath}${route.path}`;
  return [
    ...(alias === null ? [] : [alias.replace(' ', ` ${basePath}`)]),
    ...(route.successor === null ? [] : [canonical]),
    ...query.map((name) => `${canonical}?${name}`),
    ...body.map((name) => `${canonical} ${name}`),
  ];
}

/** Parameters that are documented as deprecated without another name for them. */
const legacyOf = ({ query }: Route, given: Readonly<Record<string, string>>): string[] =>
  Object.entries(query.shape).flatMap(([name, schema]) =>
    Object.hasOwn(given, name) && schema instanceof z.ZodType && schema.meta()?.deprecated ? [name] : [],
  );

function resolveBody(raw: Buffer, route: Route): { fields: unknown; used: string[] } {
  if (raw.length === 0) return { fields: {}, used: [] };
  const value = parseJson(raw);
  return isJsonObject(value) ? resolveAliases(value, route.aliases.body) : { fields: value, used: [] };
}

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
