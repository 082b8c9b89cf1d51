import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Actor } from '../../access/actor.ts';
import type { Authenticate } from '../../access/authenticate.ts';
import type { RateLimits } from '../../access/rate-limit.ts';
import { unauthenticated, unavailable } from '../../errors.ts';
import { type IdempotencyStore, readIdempotencyKey } from '../../http/idempotency.ts';
import { readBody } from '../../http/read-body.ts';
import { vendorList } from '../../vendors/index.ts';
import { consoleMark, isMarked, personHeader, type ReadSession } from '../console/read-session.ts';
import { createExecuteOnce } from './execute-once.ts';
import type { Graph } from './graph.ts';
import type { HttpContext } from './http-context.ts';
import { createAnswerKept } from './kept-over-http.ts';
import { createAnswerPlain } from './plain-query.ts';
import type { KeptAnswers } from '../kept/kept-answers.ts';
import type { LiveExecution } from '../live/live-execution.ts';
import type { RenderedStream } from '../live/rendered-stream.ts';
import { requestIdOf } from '../request-id.ts';
import type { KeyWatch } from '../live/key-watch.ts';
import { useGraph } from './use-graph.ts';
import { useKept } from './use-kept.ts';
import { useLiveExecution } from './use-live-execution.ts';
import { useSharedReader } from './use-shared-reader.ts';
import { useRateLimits } from './use-rate-limits.ts';

export type GraphqlHttpOptions = {
  readonly graph: Graph;
  readonly authenticate: Authenticate;
  readonly readSession: ReadSession;
  readonly rateLimits: RateLimits;
  readonly idempotency: IdempotencyStore;
  readonly kept: KeptAnswers;
  readonly live: LiveExecution;
  readonly keyWatch: KeyWatch;
  readonly log: { error(details: object, message: string): void };
};

export type GraphqlHttp = {
  /** Answers one request, whether it came by way of Express or not; what a browser is shown is the page's own. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends the open streams of server-sent events. */
  close(): Promise<void>;
};

/** GraphQL over HTTP: single operations, batches of up to ten, and subscriptions as server-sent events. */
export function createGraphqlHttp(options: GraphqlHttpOptions): GraphqlHttp {
  const { graph, rateLimits, idempotency, kept, live, keyWatch, log } = options;
  const answerKept = createAnswerKept({ graph, kept, rateLimits });
  const answerPlain = createAnswerPlain({ graph, rateLimits });
  const report = (error: unknown, requestId: string) =>
    log.error({ err: error, requestId }, 'An answer could not be kept.');
  const streams = new Set<RenderedStream>();
  const yoga = createYoga<HttpContext>({
    schema: graph.schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: { limit: 10 },
    multipart: false,
    // `useSharedReader` holds bodies to their limit.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    logging: false,
    // `useGraph` masks: it knows whose request it is.
    maskedErrors: false,
    plugins: [
      useSharedReader(),
      useGraph(graph, createExecuteOnce({ graph, store: idempotency, report })),
      useLiveExecution({ live, keyWatch, streams, actorOf: ({ actor }: HttpContext) => actor }),
      useRateLimits(graph, rateLimits),
      useExplanations(),
      useKept(),
    ],
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    tell(response, openToEveryOrigin);
    if (request.method === 'OPTIONS') {
      tell(response, preflightFor(request));
      return void response.writeHead(204).end();
    }
    const leaving = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort();
    });
    const body = once(async () => readBody(request));
    let settle: HttpContext['kept']['settle'] = null;
    try {
      const actor = await readActor(request, options, requestIdOf(response));
      const key = readIdempotencyKey(request.headers['idempotency-key']);
      const repetition = key === null ? null : { key, replayed: false };
      const { signal } = leaving;
      const unkept = await answerKept(request, response, { actor, body });
      if (!unkept) return;
      settle = unkept.settle;
      const unanswered = await answerPlain(request, response, { actor, body, signal, ...unkept });
      if (!unanswered) return;
      const { prepaid, answered } = unanswered;
      const limits = { latest: null, prepaid };
      const own = { actor, limits, body, answered, kept: { settle, isSound: false }, repetition, signal };
      await yoga(request, response, own);
    } catch (error) {
      if (response.headersSent) log.error({ err: error, requestId: requestIdOf(response) }, 'A request failed.');
      else refuse(response, error, graph);
    } finally {
      settle?.(null);
    }
  }

  return {
    handle,
    async close() {
      const goingAway = unavailable('The server is going away. Resume after the last event you have.', 1);
      await Promise.all([...streams].map((stream) => stream.end(goingAway)));
    },
  };
}

function once<Value>(run: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= run());
}

const exposedHeaders = [
  'X-Request-Id',
  'Idempotency-Replayed',
  'ETag',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  ...vendorList.flatMap(({ vendor }) => Object.values(vendor.rateLimit?.headers ?? {})),
];

// Keys travel in a header, so any page may ask on behalf of who holds one. A cookie counts for pages of our own alone, and no
// preflight allows the header that they send with it.
const openToEveryOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposedHeaders.join(', '),
};

const allowedHeaders = [
  'Authorization, Content-Type, Accept, X-Request-Id, Idempotency-Key, Traceparent, Tracestate',
  'GraphQL-Require-Preflight, Apollo-Require-Preflight, Apollographql-Client-Name, Apollographql-Client-Version',
].join(', ');

function tell(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function preflightFor({ headers }: IncomingMessage) {
  const asksForMark = (headers['access-control-request-headers'] ?? '').toLowerCase().includes(consoleMark);
  return {
    'Access-Control-Allow-Methods': 'GET, POST',
    // `*` stands for all others that clients and their tracing send, but never for Authorization.
    'Access-Control-Allow-Headers': asksForMark ? allowedHeaders : `${allowedHeaders}, *`,
    'Access-Control-Max-Age': '600',
  };
}

type Readers = Pick<GraphqlHttpOptions, 'authenticate' | 'readSession'>;

async function readActor(
  { headers }: IncomingMessage,
  { authenticate, readSession }: Readers,
  requestId: string,
): Promise<Actor> {
  const { authorization, [consoleMark]: mark, [personHeader]: person } = headers;
  if (authorization === undefined && isMarked(mark?.toString())) return readSession(headers, requestId, person);
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated('Send your API key in the header "Authorization: Bearer <key>".');
  const actor = await authenticate(token, requestId);
  if (actor.dialect === 'WIDGET') throw unauthenticated('A public widget key works under /api/chat only.');
  return actor;
}

const refusals: Readonly<Record<string, number>> = { INVALID: 400, UNAUTHENTICATED: 401, UNAVAILABLE: 503 };

function refuse(response: ServerResponse, error: unknown, graph: Graph): void {
  const shown = graph.maskError(error, { requestId: requestIdOf(response) });
  const { code, retryAfterSeconds } = shown.extensions;
  if (code === 'UNAUTHENTICATED') response.setHeader('WWW-Authenticate', 'Bearer');
  if (typeof retryAfterSeconds === 'number') response.setHeader('Retry-After', String(retryAfterSeconds));
  const body = Buffer.from(JSON.stringify({ errors: [shown] }));
  tell(response, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(body.length) });
  response.writeHead((typeof code === 'string' && refusals[code]) || 500).end(body);
}

const explanations: Readonly<Record<number, string>> = {
  405: 'Send operations with POST, or queries with GET.',
  406: 'Accept application/json or application/graphql-response+json; a subscription needs text/event-stream.',
  415: 'Send the operation as application/json.',
};

/** Where Yoga refuses with a status alone, says why. */
function useExplanations(): Plugin {
  return {
    onResponse({ response, setResponse, fetchAPI }) {
      // What is left of a body that was not read to its end stands in the way of the next request.
      if (response.status === 413) response.headers.set('connection', 'close');
      const message = explanations[response.status];
      if (!message || response.body) return;
      const { status, headers } = response;
      headers.set('content-type', 'application/json; charset=utf-8');
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'INVALID' } }] });
      setResponse(new fetchAPI.Response(body, { status, headers }));
    },
  };
}
