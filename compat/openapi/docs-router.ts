import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router, type Request, type Response } from 'express';
import swagger from 'swagger-ui-dist/package.json' with { type: 'json' };
import { type PackedFile, sendPacked } from '../../src/http/packed-file.ts';
import { preparePage } from '../../src/http/page/prepare-page.ts';
import { docsPage } from './docs-page.ts';
import type { NamedDocument } from './documents.ts';

type Place = Omit<NamedDocument, 'document'>;

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const types = { 'swagger-ui-bundle.js': 'text/javascript', 'swagger-ui.css': 'text/css' } as const;

type AssetName = keyof typeof types;

const isAsset = (name: string): name is AssetName => name in types;

export type DocsOptions = {
  /** The union first, for machines; people are shown one of the others at a time. */
  readonly places: readonly Place[];
  /** Makes them, where one is first asked for. */
  readonly make: () => readonly NamedDocument[];
  readonly base: string;
};

/** The documents at their addresses, and human pages at /api-docs that need nothing from anywhere else. */
export function createDocsRouter({ places, make, base }: DocsOptions): Router {
  const router = Router();
  const toBody = ({ path, document }: NamedDocument) =>
    [path, JSON.stringify({ ...document, servers: [{ url: base || '/' }] })] as const;
  let bodies: ReadonlyMap<string, string> | undefined;
  for (const { path } of places) {
    router.get(path, (_request, response: Response) => {
      bodies ??= new Map(make().map(toBody));
      response.type('application/json').send(bodies.get(path));
    });
  }
  const pages = preparePages(places.slice(1), base);
  router.get('/api-docs', (request: Request, response: Response) => {
    const asked = new URLSearchParams(request.originalUrl.split('?')[1]).get('dialect') ?? '';
    (pages.get(asked) ?? [...pages.values()][0])?.(response);
  });
  router.get(
    '/api-docs/assets/:version/:name',
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 awaits its handlers
    async (request: Request<{ name: string }>, response: Response, next) => {
      const { name } = request.params;
      if (isAsset(name)) sendPacked(request, response, await packed(name));
      else next();
    },
  );
  return router;
}

function preparePages(documents: readonly Place[], base: string) {
  const asset = (name: AssetName) => `${base}/api-docs/assets/${swagger.version}/${name}`;
  const sources = {
    script: ["'self'"],
    // Swagger sets styles on its elements.
    style: ["'self'", "'unsafe-inline'"],
    image: ['data:'],
    connect: ["'self'"],
  };
  return new Map(
    documents.map((shown) => [shown.key, preparePage(docsPage({ base, documents, shown, asset }), sources)] as const),
  );
}

const kept = new Map<AssetName, Promise<PackedFile>>();

function packed(name: AssetName): Promise<PackedFile> {
  const known = kept.get(name);
  if (known) return known;
  const packing = pack(name);
  kept.set(name, packing);
  return packing;
}

async function pack(name: AssetName): Promise<PackedFile> {
  const text = await readFile(join(folder, name));
  return { type: `${types[name]}; charset=utf-8`, gzip: await promisify(gzip)(text) };
}
