import { clawcrm as vendor } from '../../src/vendors/clawcrm.ts';
import type { RestDialect } from '../dialect.ts';
import { analyticsRoutes } from './analytics-routes.ts';
import { automationRuleRoutes } from './automation-rule-routes.ts';
import { calendlyRoutes } from './calendly-routes.ts';
import { campaignRoutes } from './campaign-routes.ts';
import { clawcrmErrors } from './errors.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { fieldRoutes } from './field-routes.ts';
import { leadDeletionRoutes } from './lead-deletion-routes.ts';
import { leadRoutes } from './lead-routes.ts';
import { noteRoutes } from './note-routes.ts';
import { enrichmentRoutes } from './enrichment-routes.ts';
import { playbookRoutes } from './playbook-routes.ts';
import { scoreRoutes } from './score-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import { signupRoutes } from './signup-routes.ts';
import { stageRoutes } from './stage-routes.ts';
import { stalledRoutes } from './stalled-routes.ts';
import { syncSourceRoutes } from './sync-source-routes.ts';
import { tierRoutes } from './tier-routes.ts';
import { touchpointRoutes } from './touchpoint-routes.ts';

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
