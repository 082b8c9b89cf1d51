import type { Response, Router } from 'express';
import { basePathOf } from '../src/http/base-path.ts';
import { guardFile } from '../src/http/page/prepare-page.ts';
import type { CompatServices } from './http/answer-request.ts';
import type { GuardServices, RestDialect, Surface } from './dialect.ts';
import { mountCompat } from './http/mount.ts';
import { createDocsRouter } from './openapi/docs-router.ts';
import { documentPlaces, openApiDocuments } from './openapi/documents.ts';
import { vendorApis } from './vendor-apis.ts';

export type CompatOptions = CompatServices & GuardServices & { readonly publicUrl: string };

const apis = Object.values(vendorApis);
const dialects = apis.flatMap((api) => api.dialects);

/** Every vendor's API, its documents, and what it serves beside them: mount it before anything that reads bodies. */
export function createCompat(options: CompatOptions): Router {
  const { publicUrl } = options;
  const base = basePathOf(publicUrl);
  const router = mountCompat({ ...options, base, surfaces: surfacesOf(options), fallback: fallbackOf(dialects) });
  router.use(createDocsRouter({ places: documentPlaces, make: openApiDocuments, base }));
  for (const { path, type, body } of apis.flatMap((api) => api.files(publicUrl))) {
    router.get(path, guardFile, (_request, response: Response) => {
      response.type(type).set('Cache-Control', 'public, max-age=86400').send(body);
    });
  }
  return router;
}

/** One for each base path, whoever shares it. */
function surfacesOf(services: GuardServices): Surface[] {
  const byPath = Map.groupBy(dialects, ({ basePath }) => basePath);
  return [...byPath].map(([basePath, dialects]) => ({
    basePath,
    dialects,
    fallback: fallbackOf(dialects),
    ...dialects[0]?.guard?.(services),
  }));
}

function fallbackOf(dialects: readonly RestDialect[]): RestDialect {
  const fallback = dialects.find(({ refusesStrangers }) => refusesStrangers) ?? dialects[0];
  if (!fallback) throw new Error('There is no vendor.');
  return fallback;
}
