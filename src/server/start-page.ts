import { basePathOf } from '../http/base-path.ts';
import { escapeHtml, renderPage } from '../http/page/render-page.ts';

const row = (href: string, name: string, what: string) =>
  `  <li><a href="${href}">${name}</a><span>${what}</span></li>`;

/** Where a person who has just started the product finds what to do next. */
export function startPage(publicUrl: string): string {
  const base = basePathOf(publicUrl);
  const address = escapeHtml(publicUrl);
  const body = `<h1><img src="${base}/icon.svg" alt="">Tributary</h1>
<p>One GraphQL graph for leads and conversations, and the REST APIs your integrations already speak.</p>

<h2>Your keys</h2>
<p>The server printed one key of each kind where it first started. <code>createApiKey</code> makes more, with fewer rights.</p>
<ul class="rows">
${row(`${base}/graphql`, 'GraphiQL', '<code>tby_…</code> may do everything; every other secret key does there what it may. Queries, mutations, live subscriptions.')}
${row(`${base}/api-docs?dialect=quincer`, 'Quincer API', '<code>cw_dev_…</code> at <code>/api/v1</code>: conversations, leads, tasks. A widget’s public <code>cw_live_…</code> at <code>/api/chat</code>.')}
${row(`${base}/api-docs?dialect=ai93`, 'AI93/Krew API', '<code>ai93_live_…</code> at <code>/api/v1</code>: leads, CSV, handoff, sources.')}
${row(`${base}/api-docs?dialect=clawcrm`, 'ClawCRM API', '<code>rcm_live_…</code> at <code>/api/openclaw</code>: a CRM for agents.')}
</ul>

<h2>Try it</h2>
<p>Send what a visitor might write, then read the lead it made:</p>
<pre><code>curl ${address}/api/chat -H 'Authorization: Bearer cw_live_…' \\
  -H 'Content-Type: application/json' \\
  -d '{"message":"Hi, I am Ada, ada@example.com."}'

curl ${address}/api/v1/leads -H 'Authorization: Bearer cw_dev_…'</code></pre>
<p class="muted">Live events come over websockets at <code>${address.replace(/^http/, 'ws')}/graphql</code>, or as server-sent events at the same address.</p>

<h2>For agents and machines</h2>
<ul class="rows">
${row(`${base}/skills/quincer/SKILL.md`, 'SKILL.md', 'what an OpenClaw agent needs to know (text)')}
${row(`${base}/api/openclaw/signup`, 'Sign up', 'how an agent gets a workspace and a key of its own (JSON)')}
${row(`${base}/openapi.json`, 'OpenAPI', 'every route and webhook (JSON); one vendor’s alone at <code>/openapi/quincer.json</code>, <code>ai93</code>, <code>clawcrm</code>')}
${row(`${base}/pricing`, 'Plans', 'what a workspace may hold, and how it gets more')}
${row(`${base}/readyz`, 'Health', 'whether this server can serve (JSON); <code>/healthz</code> whether it lives')}
</ul>`;
  return renderPage({ title: 'Tributary', base, body });
}
