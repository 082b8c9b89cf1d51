import { Router, type Request, type Response } from 'express';
import { answerRequest, type CompatServices, type SurfaceHandler } from './answer-request.ts';
import type { RestDialect, Surface } from '../dialect.ts';
import { openExchange, send } from './exchange.ts';
import { createMatcher } from './match-route.ts';

export type CompatOptions = CompatServices & {
  readonly surfaces: readonly Surface[];
  /** Answers paths under /api that belong to no surface. */
  readonly fallback: RestDialect;
  /** What precedes the paths of this installation where a proxy serves it below one, for the links it answers. */
  readonly base: string;
};

/** Serves every REST dialect from its route table, under /api. */
export function mountCompat(options: CompatOptions): Router {
  const handlers = options.surfaces.map(prepare);
  const dialects = handlers.flatMap((handler) => handler.dialects);
  const nowhere = prepare({ basePath: '/api', dialects: [], fallback: options.fallback });

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  router.use(/^\/+api(?=\/|$)/i, async (request: Request, response: Response) => {
    const exchange = openExchange(request, response);
    const surface = handlers.find(({ basePath }) => isBelow(exchange.path, basePath)) ?? nowhere;
    const answer = await answerRequest(options, surface, dialects, exchange);
    const link = exchange.headers.get('Link');
    if (link !== undefined) exchange.headers.set('Link', link.replaceAll('</', `<${options.base}/`));
    try {
      await send(exchange, response, answer);
    } catch (error) {
      options.report(error, exchange.requestId);
    }
  });
  return router;
}

const isBelow = (path: string, basePath: string) => path === basePath || path.startsWith(`${basePath}/`);

function prepare(surface: Surface): SurfaceHandler {
  return { ...surface, match: new Map(surface.dialects.map((dialect) => [dialect, createMatcher(dialect)])) };
}
