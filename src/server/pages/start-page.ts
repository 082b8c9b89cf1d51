import { keyPrefixes } from '../../access/dialects.ts';
import { basePathOf } from '../../http/base-path.ts';
import { vendorList } from '../../vendors/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { escapeHtml, renderPage } from '../../http/page/render-page.ts';

const row = (href: string, name: string, what: string) =>
  `  <li><a href="${href}">${name}</a><span>${what}</span></li>`;

const vendorRow = (base: string, { name, title, keyPrefix, basePath, about }: Vendor) =>
  row(
    `${base}/api-docs?dialect=${name}`,
    `${title} API`,
    `<code>${keyPrefix}…</code> at <code>${basePath}</code>: ${about}.`,
  );

const links = vendorList.flatMap(({ vendor }) => vendor.links);
const documents = vendorList.map(({ vendor }) => `<code>/openapi/${vendor.name}.json</code>`).join(', ');

/** Where a person who has just started the product finds what to do next. */
export function startPage(publicUrl: string): string {
  const base = basePathOf(publicUrl);
  const address = escapeHtml(publicUrl);
  const body = `<h1><img src="${base}/icon.svg" alt="">Tributary</h1>
<p>One GraphQL graph for leads and conversations, and the REST APIs your integrations already speak.</p>

<h2>Your keys</h2>
<p>The server printed one key of each kind where it first started. <code>createApiKey</code> makes more, with fewer rights.</p>
<ul class="rows">
${row(`${base}/graphql`, 'GraphiQL', `<code>${keyPrefixes.GRAPHQL}…</code> may do everything; every other secret key does there what it may. Queries, mutations, live subscriptions.`)}
${vendorList.map(({ vendor }) => vendorRow(base, vendor)).join('\n')}
</ul>
<p class="muted">A widget’s public <code>${keyPrefixes.WIDGET}…</code> works at <code>/api/chat</code> only.</p>

<h2>Try it</h2>
<p>Send what a visitor might write, then read the lead it made:</p>
<pre><code>curl ${address}/api/chat -H 'Authorization: Bearer ${keyPrefixes.WIDGET}…' \\
  -H 'Content-Type: application/json' \\
  -d '{"message":"Hi, I am Ada, ada@example.com."}'

curl ${address}/graphql -H 'Authorization: Bearer ${keyPrefixes.GRAPHQL}…' \\
  -H 'Content-Type: application/json' \\
  -d '{"query":"{ leads { nodes { name email } } }"}'</code></pre>
<p class="muted">Live events come over websockets at <code>${address.replace(/^http/, 'ws')}/graphql</code>, or as server-sent events at the same address.</p>

<h2>For agents and machines</h2>
<ul class="rows">
${links.map(({ path, name, about }) => row(`${base}${path}`, name, about)).join('\n')}
${row(`${base}/llms.txt`, 'llms.txt', 'where a language model finds all of this (text)')}
${row(`${base}/openapi.json`, 'OpenAPI', `every route and webhook (JSON); one vendor’s alone at ${documents}`)}
${row(`${base}/pricing`, 'Plans', 'what a workspace may hold, and how it gets more')}
${row(`${base}/readyz`, 'Health', 'whether this server can serve (JSON); <code>/healthz</code> whether it lives')}
</ul>`;
  return renderPage({ title: 'Tributary', base, body });
}
