import { readFileSync } from 'node:fs';
import { iconLink } from '../../http/page/render-page.ts';
import { tokens } from '../../http/page/style.ts';
import { vendorList } from '../../vendors/index.ts';
import { welcome } from './welcome.ts';

const script = readFileSync(new URL('browser.js', import.meta.url), 'utf8');

const style = `${tokens}
body { margin: 0; height: 100dvh; display: flex; flex-direction: column; font: 14px/1.5 var(--sans); color: var(--text); background: var(--ground) }
#bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 8px 16px; border-bottom: 1px solid var(--line) }
#bar a { color: var(--text); font-weight: 600; text-decoration: none; display: flex; gap: 8px; align-items: center }
#bar a img { width: 24px; height: 24px }
#key-form { display: flex; gap: 8px; align-items: center; flex: 1 1 320px; max-width: 480px }
#key { flex: 1; min-width: 0; font: 14px var(--mono); padding: 8px; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 4px }
#key-form button { font: inherit; font-weight: 600; padding: 8px 16px; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 4px; cursor: pointer }
#note { margin: 0; color: var(--muted) } #note.wrong { color: var(--warn) }
#why { max-width: 44rem; margin: 0 auto; padding: 32px 16px; font-size: 16px } #why h1 { font-size: 20px } #why li { margin: 8px 0 }
#why code { font: 14px var(--mono); background: var(--raised); padding: 2px 4px; border-radius: 4px }
.keyed #why { display: none } #root { flex: 1; min-height: 0; display: none } .keyed #root { display: block }
#root .graphiql-container { height: 100% !important; width: 100% !important } #root .graphiql-logo { display: none }
@media (max-width: 700px) {
  #root .graphiql-container .graphiql-container, #root .graphiql-main, #root #graphiql-session { flex-direction: column }
  #root .graphiql-sidebar { flex-direction: row; width: 100%; padding: 4px 8px } #root .graphiql-sidebar > button { margin-top: 0 !important }
  #root .graphiql-main, #root .graphiql-response { min-height: 0 }
  #root .graphiql-sessions { margin: 0 } #root .graphiql-horizontal-drag-bar { display: none } #root .graphiql-plugin { min-width: 0 !important }
}
`;

const prefixes = vendorList.map(({ vendor }) => `<code>${vendor.keyPrefix}…</code>`);
const vendorPrefixes = new Intl.ListFormat('en').format(prefixes);

/** GraphiQL, below a line that takes the key. `asset` makes the address of one of its files. */
export const graphiqlPage = (base: string, asset: (name: string) => string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${iconLink(base)}
<title>Tributary GraphiQL</title>
<link rel="stylesheet" href="${asset('graphiql.css')}">
<style>${style}</style>
<body>
<header id="bar">
  <a href="${base}/"><img src="${base}/icon.svg" alt="">GraphiQL</a>
  <form id="key-form">
    <label for="key">API key</label>
    <input id="key" type="password" autocomplete="off" spellcheck="false" placeholder="tby_…" required>
    <button>Use key</button>
  </form>
  <p id="note" role="status"></p>
</header>
<section id="why">
  <h1>The graph is shown to who holds a key</h1>
  <p>The server printed one key of each kind where it first started:</p>
  <ul>
    <li><code>tby_…</code> may do everything.</li>
    <li>${vendorPrefixes} do here what their REST API lets them do.</li>
    <li><code>cw_live_…</code>, a widget’s public key, works at <code>/api/chat</code> only.</li>
  </ul>
  <p>With a key that holds <code>keys:write</code>, <code>createApiKey</code> makes more of them.</p>
</section>
<div id="root"></div>
<script type="application/json" id="settings">${JSON.stringify({ welcome }).replaceAll('<', '\\u003c')}</script>
<script>
const MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => (${JSON.stringify({
  editorWorkerService: asset('editor-worker.js'),
  json: asset('json-worker.js'),
  graphql: asset('graphql-worker.js'),
})})[label] };
globalThis.MonacoEnvironment = MonacoEnvironment;
</script>
<script src="${asset('graphiql.js')}"></script>
<script>${script}</script>
</body>
</html>
`;
