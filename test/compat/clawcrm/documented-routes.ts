/** A route of the vendor's document, and the files here that show each of its answers. */
export type DocumentedRoute = { readonly method: string; readonly path: string; readonly tests: readonly string[] };

const section = (tests: string | readonly string[], ...routes: readonly string[]): DocumentedRoute[] =>
  routes.map((route) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path, tests: [tests].flat().map((name) => `${name}.test.ts`) };
  });

/** Every route of the section "API Reference", as it is spelled there below /api/openclaw. */
export const documentedRoutes: readonly DocumentedRoute[] = [
  ...section('signup', 'POST /signup', 'GET /signup'),
  ...section('setup', 'POST /setup', 'GET /setup'),
  ...section('leads/list', 'GET /leads'),
  ...section('leads/create', 'POST /leads'),
  ...section('leads/change', 'PUT /leads', 'PATCH /leads', 'PATCH /leads/{leadId}'),
  ...section('leads/one', 'GET /leads/{leadId}'),
  ...section('leads/delete', 'DELETE /leads/{leadId}', 'DELETE /leads?id=X'),
  ...section('enrichment/enrich', 'POST /enrich', 'GET /enrich?leadId=X'),
  ...section('enrichment/bulk', 'POST /enrich/bulk'),
  ...section('enrichment/spider-web', 'POST /enrich/spider-web'),
  ...section('stages', 'GET /stages', 'POST /stages', 'PUT /stages', 'DELETE /stages'),
  ...section('fields', 'GET /fields', 'POST /fields', 'PUT /fields', 'DELETE /fields'),
  ...section('analytics', 'GET /analytics?days=30'),
  ...section('automation/campaigns', 'GET /campaigns', 'POST /campaigns', 'POST /campaigns/{campaignId}/enroll'),
  ...section('leads/notes', 'GET /notes?leadId=X', 'POST /notes', 'PUT /notes', 'DELETE /notes?id=X'),
  ...section(
    'sync-sources',
    'GET /stages/sync-sources',
    'POST /stages/sync-sources',
    'PUT /stages/sync-sources',
    'DELETE /stages/sync-sources?id=X',
  ),
  ...section('leads/touchpoints', 'GET /touchpoints?leadId=X', 'POST /touchpoints'),
  ...section('playbooks', 'GET /playbooks?tier=high&stage=new', 'POST /playbooks'),
  ...section('leads/score', 'POST /leads/score'),
  ...section('leads/stalled', 'GET /leads/stalled'),
  ...section(
    ['automation/rules', 'automation/rules-refused'],
    'GET /automation/rules',
    'POST /automation/rules',
    'PUT /automation/rules',
    'DELETE /automation/rules?id=X',
  ),
  ...section('calendly', 'POST /integrations/calendly', 'GET /integrations/calendly', 'DELETE /integrations/calendly'),
  ...section('feedback', 'POST /feedback', 'GET /feedback', 'PATCH /feedback/:id'),
  ...section('org-tier', 'GET /org/tier'),
  ...section('health', 'GET /health'),
];

/** What is served beyond the document; the dialect's README says why. */
export const furtherRoutes: readonly DocumentedRoute[] = section('leads/change', 'PUT /leads/{leadId}');

/** A route by method and path, whatever its parameters are called. */
export const keyOf = (method: string, path: string): string =>
  `${method.toUpperCase()} ${(path.split('?')[0] ?? '').replaceAll(/\{\w+\}|:\w+/g, '{}')}`;
