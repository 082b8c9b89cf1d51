import type { Request, Response } from 'express';
import { getOperationAST, GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Actor } from '../access/actor.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { RateLimits, RateLimitState } from '../access/rate-limit.ts';
import { DomainError, unauthenticated } from '../domain/errors.ts';
import type { Graph } from './graph.ts';
import type { LiveExecution } from './live-execution.ts';
import { requestIdOf } from './request-id.ts';
import type { SessionWatch } from './session-watch.ts';
import { kindOf, limited } from './spend.ts';
import { useLiveExecution } from './use-live-execution.ts';

export type GraphqlHttpOptions = {
  readonly graph: Graph;
  readonly authenticate: Authenticate;
  readonly rateLimits: RateLimits;
  readonly live: LiveExecution;
  readonly sessions: SessionWatch;
  readonly log: { error(details: object, message: string): void };
};

/** What Express hands to Yoga: who asks, and where the state of their limits is gathered for the answer's headers. */
type HttpContext = { readonly actor: Actor; readonly limits: { latest: RateLimitState | null } };

/** GraphQL over HTTP: single operations, batches of up to ten, and subscriptions as server-sent events. */
export function createGraphqlHttp({ graph, authenticate, rateLimits, live, sessions, log }: GraphqlHttpOptions) {
  const yoga = createYoga<HttpContext>({
    schema: graph.schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: { title: 'Tributary', subscriptionsProtocol: 'WS' },
    renderGraphiQL,
    batching: { limit: 10 },
    // Credentials travel in a header, never in cookies, so any page may ask on behalf of who holds one.
    cors: { origin: '*', credentials: false },
    maskedErrors: false,
    parserAndValidationCache: false,
    logging: false,
    plugins: [
      useGraph(graph, rateLimits),
      useLiveExecution({ live, sessions, actorOf: ({ actor }: HttpContext) => actor }),
      useLimitHeaders(),
    ],
  });

  return async (request: Request, response: Response): Promise<void> => {
    const asksForPage =
      request.method === 'GET' && request.accepts(['json', 'html']) === 'html' && !request.query['query'];
    if (asksForPage || request.method === 'OPTIONS') {
      await yoga(request, response, nobody);
      return;
    }
    try {
      const actor = await readActor(request, authenticate, requestIdOf(response));
      await yoga(request, response, { actor, limits: { latest: null } });
    } catch (error) {
      if (!(error instanceof DomainError))
        log.error({ err: error, requestId: requestIdOf(response) }, 'A request failed.');
      if (!response.headersSent) refuse(response, error, graph);
    }
  };
}

// GraphiQL's page and a preflight run nothing, so nobody needs to be behind them.
const nobody = { limits: { latest: null } } as HttpContext;

async function readActor(request: Request, authenticate: Authenticate, requestId: string): Promise<Actor> {
  const token = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (!token) throw unauthenticated('Send your API key in the header "Authorization: Bearer <key>".');
  const actor = await authenticate(token, requestId);
  if (actor.dialect === 'WIDGET') throw unauthenticated('A public widget key works at POST /api/chat only.');
  return actor;
}

function refuse(response: Response, error: unknown, graph: Graph): void {
  const shown = graph.maskError(error, { requestId: requestIdOf(response) });
  const isStranger = error instanceof DomainError && error.code === 'UNAUTHENTICATED';
  if (isStranger) response.setHeader('WWW-Authenticate', 'Bearer');
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.status(isStranger ? 401 : 500).json({ errors: [shown] });
}

/** Parses with our cache, checks every limit, spends a unit for each operation, and executes with a context of its own. */
function useGraph(graph: Graph, rateLimits: RateLimits): Plugin<HttpContext, HttpContext> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | { body: string }) => graph.parse(typeof source === 'string' ? source : source.body));
    },
    onValidate({ setResult, params: { documentAST }, context }) {
      const { operationName = null, variables } = context.params;
      setResult([...graph.check({ document: documentAST, operationName, variables: variables ?? {} })]);
    },
    async onExecute({ args, setExecuteFn, setResultAndStopExecution }) {
      const refusal = await spend(graph, rateLimits, args);
      if (refusal) return setResultAndStopExecution({ errors: [refusal] });
      const { document, operationName, variableValues: variables, contextValue } = args;
      return setExecuteFn(() => graph.execute({ actor: contextValue.actor, document, operationName, variables }));
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      const refusal = await spend(graph, rateLimits, args);
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
    },
    onResultProcess({ result }) {
      for (const answer of [result].flat()) {
        if ('errors' in answer && answer.errors) {
          Reflect.set(
            answer,
            'errors',
            answer.errors.map((error) => (error instanceof GraphQLError ? withCode(error) : error)),
          );
        }
      }
    },
  };
}

/** Faults in the request itself are Yoga's to find; they get the code that every fault of a request has. */
function withCode(error: GraphQLError): GraphQLError {
  const { code, ...rest } = error.extensions;
  const known = typeof code === 'string' && code !== 'BAD_REQUEST' && !code.startsWith('GRAPHQL_');
  if (known) return error;
  Reflect.set(error, 'extensions', { ...rest, code: 'INVALID' });
  return error;
}

type OperationArgs = {
  readonly document: Parameters<typeof getOperationAST>[0];
  readonly operationName?: string | null;
  readonly contextValue: HttpContext;
};

async function spend(graph: Graph, rateLimits: RateLimits, args: OperationArgs): Promise<GraphQLError | null> {
  const { actor, limits } = args.contextValue;
  const operation = getOperationAST(args.document, args.operationName);
  const state = await rateLimits.spend(actor, operation ? kindOf(operation.operation) : 'read');
  if (!limits.latest || !state.allowed || state.kind === 'write') limits.latest = state;
  if (state.allowed) return null;
  const refusal = graph.maskError(limited(state), actor);
  Reflect.set(refusal.extensions, 'http', { status: 429, headers: { 'Retry-After': String(state.retryAfterSeconds) } });
  return refusal;
}

/** The state of the caller's limits, on whatever is answered. */
function useLimitHeaders(): Plugin<object, HttpContext> {
  return {
    onResponse({ response, serverContext }) {
      for (const [name, value] of Object.entries(serverContext.limits.latest?.headers ?? {})) {
        response.headers.set(name, value);
      }
    },
  };
}
