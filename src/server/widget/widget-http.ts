import { Router, type Request, type Response } from 'express';
import { etagOf, matchesEtag } from '../../http/etag.ts';
import { sendPacked } from '../../http/packed-file.ts';
import { guardFile } from '../../http/page/prepare-page.ts';
import { readWidgetFiles } from './widget-files.ts';

const type = 'text/javascript; charset=utf-8';

/** Pages that have the script learn of a new panel within so long. */
const loaderCaching = 'public, max-age=300, stale-while-revalidate=3600';

/** The chat widget's script, and the panel that it fetches once somebody opens it: for pages of any origin. */
export function createWidgetHttp(): Router {
  let reading: ReturnType<typeof readWidgetFiles> | undefined;
  const files = () => (reading ??= readWidgetFiles());
  const router = Router();
  router.use(['/widget.js', '/widget'], guardFile, (_request, response, next) => {
    // The panel is a module, which browsers read from another origin only where that allows it.
    response.setHeader('Access-Control-Allow-Origin', '*');
    next();
  });

  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  router.get('/widget.js', async (request: Request, response: Response) => {
    const built = await files();
    if (!built) return void response.status(503).type('text').send('The widget was not built: run `npm install`.\n');
    const etag = etagOf(built.loader);
    response.setHeader('ETag', etag);
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      return void response.status(304).set({ 'Cache-Control': loaderCaching, Vary: 'Accept-Encoding' }).end();
    }
    sendPacked(request, response, { type, gzip: built.loader, caching: loaderCaching });
  });

  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  router.get('/widget/:name', async (request: Request<{ name: string }>, response: Response, next) => {
    const built = await files();
    const { name } = request.params;
    if (!built || !/^panel-[0-9a-f]{16}\.js$/.test(name)) {
      next();
      return;
    }
    // A loader of the version before or after asks for its own panel; this one understands it, and is not kept under that name.
    const caching = name === built.panelName ? {} : { caching: 'no-cache' };
    sendPacked(request, response, { type, gzip: built.panel, ...caching });
  });
  return router;
}
