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
    {
      path: '/skills/clawcrm/SKILL.md',
      name: 'ClawCRM’s SKILL.md',
      about: 'what an agent with a CRM of its own needs to know (text)',
    },
  ],
} as const satisfies Vendor;
