import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokens } from '../src/http/page/style.ts';
import { linguiMacros } from './lingui-macros.ts';
import { packedAssets } from './packed-assets.ts';

/** What the server puts in the place of these, for each answer or once: src/server/console/pages.ts. */
const nonce = '%NONCE%';

/** The one set of tokens that every page of the product is drawn with. */
const withTokens: Plugin = {
  name: 'tributary-tokens',
  transformIndexHtml: () => [{ tag: 'style', children: tokens, attrs: { nonce }, injectTo: 'head-prepend' }],
};

const product = process.env['TRIBUTARY_URL'] ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  // Addresses of files are relative to the file that names them; those in index.html the server makes absolute.
  base: './',
  html: { cspNonce: nonce },
  plugins: [react(), linguiMacros(), withTokens, packedAssets()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The first that know `light-dark()`: for older ones it would be turned into something that no scheme sets.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/console/session', '/avatars', '/openapi', '/demo'].map((path) => [
        path,
        { target: product, ws: true },
      ]),
    ),
  },
});
