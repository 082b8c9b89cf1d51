import { plans } from '../../domain/plans.ts';
import { basePathOf } from '../../http/base-path.ts';
import { vendorList } from '../../vendors/index.ts';
import { escapeHtml, renderPage } from '../../http/page/render-page.ts';

const shown = { FREE: 'Free', PRO: 'Pro', ULTRA: 'Ultra' } as const;

const countOf = (limit: number | null): string => (limit === null ? 'any number' : limit.toLocaleString('en'));

const rows = (['FREE', 'PRO', 'ULTRA'] as const).map((tier) => {
  const { leads, campaigns } = plans[tier];
  return `  <tr><td>${shown[tier]}</td><td>${countOf(leads)}</td><td>${countOf(campaigns)}</td></tr>`;
});

const elsewhere = vendorList
  .flatMap(({ vendor: { workspaceId: at } }) =>
    at ? [`, <code>${at.request}</code> as <code>${at.field}</code>`] : [],
  )
  .join('');

export type PricingPageOptions = {
  readonly publicUrl: string;
  /** Where a seller lets people choose; null where only an operator moves a workspace. */
  readonly sellerUrl: string | null;
};

/** Where an agent at the limit of its plan sends a person. */
export function pricingPage({ publicUrl, sellerUrl }: PricingPageOptions): string {
  const base = basePathOf(publicUrl);
  const how =
    sellerUrl === null
      ? '<p>Nothing is sold here: whoever operates this server moves a workspace to another plan, at once.</p>'
      : `<p><a href="${escapeHtml(sellerUrl)}">Choose a plan</a> with the seller. The operator then moves the workspace, at once:</p>`;
  const body = `<h1><img src="${base}/icon.svg" alt="">Plans</h1>
<p>What one workspace may hold. Deleted leads do not count; a full workspace keeps what it has.</p>
<table>
  <tr><th>Plan</th><th>Leads</th><th>Campaigns</th></tr>
${rows.join('\n')}
</table>
<h2>Moving to another plan</h2>
${how}
<ol>
<li><p>1. Find the id of your workspace: the graph answers it as <code>viewer { organisation { id } }</code>${elsewhere}. Send it to
the operator.</p></li>
<li><p>2. The operator runs this at <a href="${base}/graphql">/graphql</a>, with the <code>tby_…</code> key that was printed when the
server first started, or another with the scope <code>staff</code>:</p>
<pre><code>mutation {
  setOrganizationTier(organisationId: "org_…", tier: PRO) {
    organisation { id tier }
  }
}</code></pre></li>
</ol>
<p class="muted"><code>UNLIMITED</code> is a plan too: the workspace that was made with the server is on it.</p>`;
  return renderPage({ title: 'Plans', base, body });
}
