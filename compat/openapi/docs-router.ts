import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router, static as serveStatic, type Response } from 'express';
import type { OpenApiDocument } from './describe-dialect.ts';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

export type NamedDocument = { readonly path: string; readonly name: string; readonly document: OpenApiDocument };

/** The documents at their addresses, and human pages at /api-docs that need nothing from anywhere else. */
export function createDocsRouter(documents: readonly NamedDocument[]): Router {
  const router = Router();
  for (const { path, document } of documents) {
    const body = JSON.stringify(document);
    router.get(path, (_request, response: Response) => void response.type('application/json').send(body));
  }
  router.get('/api-docs', (_request, response: Response) => void response.type('html').send(page(documents)));
  router.use('/api-docs/assets', serveStatic(assets, { index: false, maxAge: '1d' }));
  return router;
}

function page(documents: readonly NamedDocument[]): string {
  const urls = JSON.stringify(documents.map(({ path, name }) => ({ url: path, name })));
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tributary API documentation</title>
    <link rel="icon" href="/api-docs/assets/favicon-32x32.png">
    <link rel="stylesheet" href="/api-docs/assets/swagger-ui.css">
    <style>body { margin: 0 }</style>
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api-docs/assets/swagger-ui-bundle.js"></script>
    <script src="/api-docs/assets/swagger-ui-standalone-preset.js"></script>
    <script>
      SwaggerUIBundle({
        urls: ${urls},
        dom_id: '#docs',
        deepLinking: true,
        persistAuthorization: true,
        validatorUrl: null,
        presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
        layout: 'StandaloneLayout',
      });
    </script>
  </body>
</html>
`;
}
