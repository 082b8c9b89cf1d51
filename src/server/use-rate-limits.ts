import { getOperationAST } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { OperationKind, RateLimits } from '../access/rate-limit.ts';
import type { Graph } from './graph.ts';
import type { HttpContext } from './http-context.ts';
import { kindOf, limited } from './spend.ts';

/** Spends a unit for each operation, and one for a request that holds none, so that every answer tells what is left. */
export function useRateLimits(graph: Graph, rateLimits: RateLimits): Plugin<HttpContext, HttpContext> {
  return {
    async onParams({ params, context: { actor, limits }, setResult }) {
      const state = await rateLimits.spend(actor, kindOfOperation(graph, params));
      if (!limits.latest || !state.allowed || state.kind === 'write') limits.latest = state;
      if (state.allowed) return;
      const refusal = graph.maskError(limited(state), actor);
      Reflect.set(refusal.extensions, 'http', { status: 429 });
      setResult({ errors: [refusal] });
    },
    async onResponse({ response, serverContext: { actor, limits } }) {
      const { headers } = limits.latest ?? (await rateLimits.spend(actor, 'read'));
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    },
  };
}

/** What is no operation at all is Yoga's to refuse, later. */
function kindOfOperation(graph: Graph, params: GraphQLParams | null): OperationKind {
  try {
    const operation = params?.query && getOperationAST(graph.parse(params.query), params.operationName);
    return operation ? kindOf(operation.operation) : 'read';
  } catch {
    return 'read';
  }
}
