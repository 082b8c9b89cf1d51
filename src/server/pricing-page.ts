import { plans } from '../domain/plans.ts';

const shown = { FREE: 'Free', PRO: 'Pro', ULTRA: 'Ultra' } as const;

const countOf = (limit: number | null, what: string): string =>
  limit === null ? `any number of ${what}` : `${limit.toLocaleString('en')} ${what}`;

const rows = (['FREE', 'PRO', 'ULTRA'] as const).map((tier) => {
  const { leads, campaigns } = plans[tier];
  return `  <li><b>${shown[tier]}</b>: ${countOf(leads, 'leads')}, ${countOf(campaigns, 'campaigns')}</li>`;
});

/** Where an agent at the limit of its plan sends a person. */
export const pricingPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Plans</title>
<style>body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1.25rem }</style>
<h1>Plans</h1>
<ul>
${rows.join('\n')}
</ul>
<p>Whoever runs this installation moves a workspace to another plan. Tell them the id of the workspace:
<code>GET /api/openclaw/org/tier</code> answers it as <code>orgId</code>.</p>
</html>
`;
