import { Router, type Response } from 'express';
import type { Database } from '../../db/open/database.ts';
import type { Pulses } from '../../pulses.ts';
import { findProblem } from './find-problem.ts';
import { agentsText } from './agents-text.ts';
import { guardFile, preparePage } from '../../http/page/prepare-page.ts';
import { icon } from './pictures.ts';
import { pricingPage, type PricingPageOptions } from './pricing-page.ts';
import { startPage } from './start-page.ts';

export type PagesOptions = PricingPageOptions & {
  readonly database: Pick<Database, 'pool'>;
  readonly pulses: Pulses;
  /** How each provider fares that is set up. None makes the node unready: what it would do is done without it. */
  readonly providers: () => Readonly<Record<string, string>>;
  /** What the nodes share; undefined where each goes by itself. */
  readonly redis: { readonly isUp: boolean } | undefined;
  /** False while starting and from the moment the process is told to end. */
  readonly isServing: () => boolean;
};

/** The start page, the product's own picture, and what tells an operator's tools how it is. */
export function createPages({ publicUrl, sellerUrl, ...state }: PagesOptions): Router {
  const router = Router();
  const sendStart = preparePage(startPage(publicUrl));
  const sendPricing = preparePage(pricingPage({ publicUrl, sellerUrl }));
  router.get('/', (_request, response: Response) => sendStart(response));
  router.get('/pricing', (_request, response: Response) => sendPricing(response));
  const agents = agentsText(publicUrl);
  router.get(['/llms.txt', '/skills'], guardFile, (_request, response: Response) => {
    response.type('text/plain').set('Cache-Control', 'public, max-age=3600').send(agents);
  });
  router.get('/icon.svg', guardFile, (_request, response: Response) => {
    response.type('svg').set('Cache-Control', 'public, max-age=86400').send(icon);
  });
  router.get('/healthz', (_request, response: Response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response: Response) => {
    const problem = await findProblem(state);
    const background = state.pulses.lastSuccesses();
    const told = problem ? { status: 'unavailable', problem } : { status: 'ok' };
    const providers = state.providers();
    response.status(problem ? 503 : 200).json({ ...told, redis: toState(state.redis), background, providers });
  });
  return router;
}

/** Not ready is no node for want of Redis: it counts limits by itself, and hears of other nodes' events by its poll. */
const toState = (redis: { readonly isUp: boolean } | undefined) =>
  redis === undefined ? 'not set' : redis.isUp ? 'connected' : 'unavailable';
