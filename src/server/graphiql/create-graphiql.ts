import { createHash } from 'node:crypto';
import { type NextFunction, Router, type Request, type Response } from 'express';
import { type PackedFile, sendPacked } from '../../http/packed-file.ts';
import { preparePage } from '../../http/page/prepare-page.ts';
import { packGraphiql } from './pack.ts';
import { graphiqlPage } from './page.ts';

export type Graphiql = {
  /** The page, in place of the graph's answer to who asks with a browser. */
  page(request: Request, response: Response, next: NextFunction): Promise<void>;
  /** What the page is made of, below /graphql/assets. */
  readonly assets: Router;
};

/** GraphiQL, complete from this server: it needs nothing from anywhere else. */
export function createGraphiql(base: string): Graphiql {
  let packing: ReturnType<typeof pack> | undefined;
  const packed = () => (packing ??= pack(base));
  const assets = Router();
  // The name is enough: what precedes it only tells browsers one version from another.
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
  assets.get('/:version/:name', async (request: Request<{ name: string }>, response: Response, next) => {
    const file = (await packed()).files.get(request.params.name);
    if (file) sendPacked(request, response, file);
    else next();
  });
  return {
    assets,
    async page(request, response, next) {
      if (request.accepts(['json', 'html']) === 'html') (await packed()).sendPage(response);
      else next();
    },
  };
}

async function pack(base: string) {
  const files = await packGraphiql();
  const path = `${base}/graphql/assets/${versionOf(files)}`;
  const sendPage = preparePage(
    graphiqlPage(base, (name) => `${path}/${name}`),
    {
      script: ["'self'"],
      // The editor writes its own styles as it goes.
      style: ["'self'", "'unsafe-inline'"],
      image: ['data:'],
      font: ["'self'", 'data:'],
      worker: ["'self'"],
      connect: ["'self'"],
    },
  );
  return { files, sendPage };
}

function versionOf(files: ReadonlyMap<string, PackedFile>): string {
  const hash = createHash('sha256');
  for (const { gzip } of files.values()) hash.update(gzip);
  return hash.digest('hex').slice(0, 16);
}
