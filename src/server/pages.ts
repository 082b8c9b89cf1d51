import { Router, type Response } from 'express';
import type { Database } from '../db/database.ts';
import { pricingPage } from './pricing-page.ts';

const links = [
  ['/graphql', 'GraphiQL', 'the graph: try queries, mutations and subscriptions'],
  ['/api-docs', 'REST API', 'every vendor’s routes, with the GraphQL document each one runs'],
  ['/openapi.json', 'OpenAPI', 'the same for machines; one dialect alone at /openapi/quincer.json'],
  ['/skills/quincer/SKILL.md', 'SKILL.md', 'for an OpenClaw agent'],
  ['/api/openclaw/signup', 'Sign up', 'how an agent gets a workspace and a key of its own'],
  ['/healthz', 'Health', 'the process is alive; /readyz: it can serve'],
] as const;

const startPage = (publicUrl: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Tributary</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1.25rem; color: #1c2733; background: #fff }
  h1 { font-size: 1.75rem; margin: 0 0 .25rem } p { margin: .25rem 0 1.5rem } ul { list-style: none; padding: 0 }
  li { padding: .6rem 0; border-top: 1px solid #e3e8ee } a { color: #0b62c4; font-weight: 600; text-decoration: none } a:hover { text-decoration: underline }
  span { display: block; color: #55636f } code { background: #f1f4f7; padding: .1rem .3rem; border-radius: .25rem }
  @media (prefers-color-scheme: dark) { body { background: #12181f; color: #e6ebf0 } li { border-color: #2a333d } a { color: #6cb2ff } span { color: #9aa7b3 } code { background: #1d262f } }
</style>
<h1>Tributary</h1>
<p>One GraphQL graph for leads and conversations, and the REST APIs your integrations already speak. Websockets are at
<code>${publicUrl.replace(/^http/, 'ws')}/graphql</code>.</p>
<ul>
${links.map(([href, name, what]) => `  <li><a href="${href}">${name}</a><span>${what}</span></li>`).join('\n')}
</ul>
</html>
`;

/** A claw in a circle: the face of the agent that "Connect OpenClaw" makes. */
const openClawAvatar = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="OpenClaw">
<circle cx="32" cy="32" r="32" fill="#d6452c"/>
<path d="M20 46c-4-10-2-22 8-28 3-2 6-1 5 2-1 4-1 7 2 10 2-4 6-7 11-7 3 0 4 3 2 5-2 3-5 4-7 9-2 6-6 10-12 10-4 0-7-1-9-1z" fill="#fff"/>
</svg>
`;

export type PagesOptions = {
  readonly publicUrl: string;
  readonly database: Database;
  /** False while starting and from the moment the process is told to end. */
  readonly isServing: () => boolean;
};

/** The start page, the product's own pictures, and what tells an operator's tools how it is. */
export function createPages({ publicUrl, database, isServing }: PagesOptions): Router {
  const router = Router();
  const page = startPage(publicUrl);
  router.get('/', (_request, response: Response) => void response.type('html').send(page));
  router.get('/pricing', (_request, response: Response) => void response.type('html').send(pricingPage));
  router.get('/avatars/openclaw.svg', (_request, response: Response) => {
    response.type('svg').set('Cache-Control', 'public, max-age=86400').send(openClawAvatar);
  });
  router.get('/healthz', (_request, response: Response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response: Response) => {
    const problem = await findProblem(database, isServing);
    response.status(problem ? 503 : 200).json(problem ? { status: 'unavailable', problem } : { status: 'ok' });
  });
  return router;
}

const readyTimeoutMs = 2000;

async function findProblem(database: Database, isServing: () => boolean): Promise<string | null> {
  if (!isServing()) return 'The process is starting or stopping.';
  try {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('late')), readyTimeoutMs).unref();
    });
    await Promise.race([database.pool.query('select 1'), late]);
    return null;
  } catch {
    return 'The database does not answer.';
  }
}
