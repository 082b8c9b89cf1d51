import { readFileSync } from 'node:fs';
import { iconLink } from '../../src/http/page/render-page.ts';
import { tokens } from '../../src/http/page/style.ts';
import { vendorList } from '../../src/vendors/index.ts';
import type { NamedDocument } from './documents.ts';

type Place = Omit<NamedDocument, 'document'>;

const script = readFileSync(new URL('browser.js', import.meta.url), 'utf8');

const style = `${tokens}
body { margin: 0; font: 16px/1.5 var(--sans); color: var(--text); background: var(--ground) }
#bar, #intro { max-width: 1460px; margin: 0 auto; padding: 12px 20px; box-sizing: border-box }
#bar { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center }
#bar a { color: var(--text); text-decoration: none } #bar > a { font-weight: 600; font-size: 20px; display: flex; gap: 8px; align-items: center } #bar > a img { width: 24px; height: 24px }
#bar nav { display: flex; flex-wrap: wrap; gap: 8px } #bar nav a { padding: 4px 12px; border: 1px solid var(--line); border-radius: 4px }
#bar nav a[aria-current] { color: var(--on-accent); background: var(--accent); border-color: var(--accent) }
#intro { padding-top: 0 } #intro p { margin: 0 0 4px; max-width: 44rem } #intro a { color: var(--accent) }
#intro code, .behind code { font: 14px var(--mono); background: var(--raised); padding: 2px 4px; border-radius: 4px }
.behind { padding: 0 20px 12px; font-size: 14px } .behind p { margin: 0 0 8px } .behind summary { cursor: pointer; padding: 4px 0 }
.behind pre { margin: 8px 0; padding: 12px; overflow: auto; max-height: 24rem; font: 12px/1.5 var(--mono); background: var(--raised); color: var(--text); border-radius: 4px }
.swagger-ui .servers, .swagger-ui .servers-title { display: none } .swagger-ui .scheme-container { padding: 12px 0; box-shadow: none } .swagger-ui .info { margin: 16px 0 }
.swagger-ui table.headers tbody tr td.header-col, .swagger-ui table.headers .header-col * { color: var(--text) }
@media (max-width: 700px) {
  #bar, #intro { padding: 8px 12px } .swagger-ui .wrapper { padding: 0 12px } .behind { padding: 0 8px 8px }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap } .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; font-size: 12px }
  .swagger-ui table, .swagger-ui tbody, .swagger-ui tr, .swagger-ui td { display: block; width: auto !important; max-width: 100%; box-sizing: border-box } .swagger-ui thead { display: none }
  .swagger-ui table tbody tr td, .swagger-ui table tbody tr td:first-of-type { padding: 4px 0; min-width: 0 } .swagger-ui .responses-inner, .swagger-ui .opblock-description-wrapper { padding: 8px }
  .swagger-ui .parameters-container .parameters-col_description input, .swagger-ui .parameters-col_description select, .swagger-ui textarea { max-width: 100%; width: 100%; box-sizing: border-box }
  .swagger-ui .highlight-code, .swagger-ui .microlight, .swagger-ui .body-param__example { max-width: 100%; overflow: auto } .swagger-ui .opblock-section-header { flex-wrap: wrap; padding: 8px }
  .swagger-ui .response-col_links { display: none } .swagger-ui .opblock-tag { flex-wrap: wrap } .swagger-ui .opblock-tag small { flex-basis: 100%; order: 1; padding: 0 }
}
`;

export type DocsPageParts = {
  readonly base: string;
  readonly documents: readonly Place[];
  readonly shown: Place;
  /** The address of one of Swagger's files. */
  readonly asset: (name: 'swagger-ui-bundle.js' | 'swagger-ui.css') => string;
};

const keys = vendorList
  .map(({ vendor: { title, keyPrefix } }, place) => `${title} keys ${place ? '' : 'are '}<code>${keyPrefix}…</code>`)
  .join(', ');

/** One dialect's operations, to read and to try. */
export function docsPage({ base, documents, shown, asset }: DocsPageParts): string {
  const tabs = documents.map(({ key, name }) => {
    const current = key === shown.key ? ' aria-current="page"' : '';
    return `<a href="${base}/api-docs?dialect=${key}"${current}>${name}</a>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${iconLink(base)}
<title>${shown.name} API – Tributary</title>
<link rel="stylesheet" href="${asset('swagger-ui.css')}">
<style>${style}</style>
<body>
<header id="bar"><a href="${base}/"><img src="${base}/icon.svg" alt="">REST APIs</a><nav aria-label="Dialects">${tabs.join('')}</nav></header>
<section id="intro">
<p>${keys}, a widget’s public key
<code>cw_live_…</code>; the server printed one of each where it first started. Press <b>Authorize</b> and paste yours; then <b>Try it out</b> and <b>Execute</b> act
on your workspace as it is. All of them also open <a href="${base}/graphql">the graph</a>, but the widget’s.</p>
</section>
<div id="docs"></div>
<script type="application/json" id="settings">${JSON.stringify({ url: `${base}${shown.path}` })}</script>
<script src="${asset('swagger-ui-bundle.js')}"></script>
<script>${script}</script>
</body>
</html>
`;
}
