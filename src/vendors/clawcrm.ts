import { allScopes } from '../access/scopes.ts';
import type { Vendor } from './vendor.ts';

export const clawcrm = {
  name: 'clawcrm',
  title: 'ClawCRM',
  about: 'a CRM for agents',
  basePath: '/api/openclaw',
  keyPrefix: 'rcm_live_',
  scopes: allScopes,
  signsIn: true,
  rateLimit: null,
  workspaceId: { request: 'GET /api/openclaw/org/tier', field: 'orgId' },
  links: [
    {
      path: '/api/openclaw/signup',
      name: 'Sign up',
      about: 'how an agent gets a workspace and a key of its own (JSON)',
    },
  ],
} as const satisfies Vendor;
