import { quincer as vendor } from '../../src/vendors/quincer.ts';
import type { RestDialect } from '../dialect.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { quincerErrors } from './errors.ts';
import { leadRoutes } from './lead-routes.ts';
import { taskRoutes } from './task-routes.ts';
import { quincerWebhooks } from './webhook-wire.ts';

export const quincer: RestDialect = {
  name: vendor.name,
  title: vendor.title,
  keys: 'QUINCER',
  basePath: vendor.basePath,
  routes: [...conversationRoutes, ...leadRoutes, ...taskRoutes],
  webhooks: quincerWebhooks,
  rateLimitHeaders: Object.values(vendor.rateLimit.headers),
  acceptsApiKeyHeader: false,
  scheme: { name: 'quincerKey', description: `A developer key: \`${vendor.keyPrefix}…\`.` },
  ...quincerErrors,
};
