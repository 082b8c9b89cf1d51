import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { escapeHtml, iconLink } from '../../http/page/render-page.ts';
import { type PackedFile, sendPacked } from '../../http/packed-file.ts';
import { sendErrorPage } from '../pages/error-page.ts';

export type ConsolePagesOptions = {
  /** Where links begin. */
  readonly base: string;
  /** Whether people may sign in by a provider. */
  readonly hasOidc: boolean;
  /** What `npm run console:build` made. */
  readonly folder: string;
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Made by `npm run console:build`, which an installation does by itself. */
export const consoleFolder = fileURLToPath(new URL('../../../console/dist', import.meta.url));

/** What is not built is not served; the reader of the page is whoever can build it, or knows them. */
export const consoleIsMissing = 'The console has not been built here. Run npm run console:build, then reload.';

/** Of one that is built at this moment there is no page for a second or two. */
const buildSeconds = 5;
const consoleIsAway =
  'The console is being built, or has not been built here. Reload in a moment; if it stays away, run npm run console:build.';

export const isConsoleBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/** The console: its files below /console/assets, and the one page of it at every other address below /console. */
export function createConsolePages({ base, hasOidc, folder }: ConsolePagesOptions): Router {
  const files = new Map<string, PackedFile>();

  async function findFile(name: string): Promise<PackedFile | null> {
    const type = types[extname(name)];
    if (!type || !/^[\w.-]+$/.test(name)) return null;
    const known = files.get(name);
    if (known) return known;
    const gzip = await readFile(join(folder, 'assets', `${name}.gz`)).catch(whereNothingIs);
    if (gzip === null) return null;
    const file = { type, gzip };
    files.set(name, file);
    return file;
  }

  /** As it is on disk now, since its time need not tell: who builds it anew while the server runs sees what was built. */
  const readPage = (): Promise<string | null> => readFile(join(folder, 'index.html'), 'utf8').catch(whereNothingIs);

  async function sendPage(request: Request, response: Response): Promise<void> {
    const built = await readPage();
    if (built === null) {
      response.set({ 'Retry-After': `${buildSeconds}`, 'Cache-Control': 'no-store' });
      return sendErrorPage(response, base, 503, consoleIsAway);
    }
    const nonce = randomBytes(18).toString('base64');
    await guard(request, response, nonce);
    const html = built
      .replaceAll('%NONCE%', nonce)
      .replaceAll('"./assets/', `"${escapeHtml(base)}/console/assets/`)
      .replace('</head>', () => `${iconLink(escapeHtml(base))}</head>`)
      .replace('<div id="root">', () => `<div id="root" data-base="${escapeHtml(base)}" data-oidc="${hasOidc}">`);
    response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).send(html);
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  router.get('/console/assets/:name', async (request: Request<{ name: string }>, response: Response, next) => {
    const file = await findFile(request.params.name);
    if (file) sendPacked(request, response, file);
    else next();
  });
  // No screen is there: without a provider nothing is.
  router.get('/console/oidc{/*rest}', (_request, _response, next) => next('router'));
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- the same
  router.get(['/console', '/console/{*rest}'], sendPage);
  return router;
}

const missing = z.object({ code: z.literal('ENOENT') });

function whereNothingIs(error: unknown): null {
  if (missing.safeParse(error).success) return null;
  throw error;
}

/** Nothing runs or is drawn but what the page itself names, and it stands in no other page's frame. */
function guard(request: Request, response: Response, nonce: string): Promise<void> {
  const own = `'nonce-${nonce}'`;
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", own],
        styleSrc: ["'self'", own],
        // Members have pictures wherever they like.
        imgSrc: ["'self'", 'data:', 'https:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // The preview of a widget.
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  set(request, response, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()));
  return promise;
}
