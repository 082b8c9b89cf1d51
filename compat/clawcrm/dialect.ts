import { clawcrm as vendor } from '../../src/vendors/clawcrm.ts';
import type { RestDialect } from '../dialect.ts';
import { analyticsRoutes } from './analytics/routes.ts';
import { automationRuleRoutes } from './automation-rules/routes.ts';
import { calendlyRoutes } from './calendly/routes.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { clawcrmErrors } from './errors.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { fieldRoutes } from './fields/routes.ts';
import { leadDeletionRoutes } from './leads/deletion-routes.ts';
import { leadRoutes } from './leads/routes.ts';
import { noteRoutes } from './notes/routes.ts';
import { enrichmentRoutes } from './enrichment/routes.ts';
import { playbookRoutes } from './playbooks/routes.ts';
import { scoreRoutes } from './score/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { signupRoutes } from './signup/routes.ts';
import { stageRoutes } from './stages/routes.ts';
import { stalledRoutes } from './stalled/routes.ts';
import { syncSourceRoutes } from './sync-sources/routes.ts';
import { tierRoutes } from './tier/routes.ts';
import { touchpointRoutes } from './touchpoints/routes.ts';

export const clawcrm: RestDialect = {
  name: vendor.name,
  title: vendor.title,
  keys: 'CLAWCRM',
  basePath: vendor.basePath,
  routes: [
    ...signupRoutes,
    ...setupRoutes,
    ...tierRoutes,
    ...feedbackRoutes,
    ...healthRoutes,
    ...stageRoutes,
    ...syncSourceRoutes,
    ...leadRoutes,
    ...leadDeletionRoutes,
    ...fieldRoutes,
    ...scoreRoutes,
    ...stalledRoutes,
    ...noteRoutes,
    ...touchpointRoutes,
    ...playbookRoutes,
    ...enrichmentRoutes,
    ...automationRuleRoutes,
    ...campaignRoutes,
    ...analyticsRoutes,
    ...calendlyRoutes,
  ],
  conflictsPass: true,
  acceptsApiKeyHeader: true,
  scheme: {
    name: 'clawcrmKey',
    description: `A workspace key: \`${vendor.keyPrefix}…\`; also taken from \`x-api-key\`.`,
  },
  ...clawcrmErrors,
};
