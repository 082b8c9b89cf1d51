import type { Plugin } from 'graphql-yoga';
import type { RateLimits, RateLimitState } from '../../access/rate-limit.ts';
import type { Graph } from './graph.ts';
import type { HttpContext } from './http-context.ts';
import { kindOfOperation, limited } from './spend.ts';

/** Spends a unit for each operation, and one for a request that holds none, so that every answer tells what is left. */
export function useRateLimits(graph: Graph, rateLimits: RateLimits): Plugin<HttpContext, HttpContext> {
  return {
    async onParams({ params, context: { actor, limits }, setResult }) {
      const kind = kindOfOperation(graph.parse, params?.query, params?.operationName);
      const state = limits.prepaid ?? (await rateLimits.spend(actor, kind));
      limits.prepaid = null;
      if (!limits.latest || tellsMore(state, limits.latest)) limits.latest = state;
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

/** Of a batch, the answer's headers tell what its latest refusal, else its latest write, else its latest read left. */
const tellsMore = (state: RateLimitState, shown: RateLimitState): boolean =>
  !state.allowed || (shown.allowed && (state.kind === 'write' || shown.kind === 'read'));
