import { quincer as vendor } from '../../src/vendors/quincer.ts';
import type { RestDialect } from '../dialect.ts';
import { conversationRoutes } from './conversations/routes.ts';
import { quincerErrors } from './errors.ts';
import { leadRoutes } from './leads/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { quincerWebhooks } from './webhook-wire.ts';

export const quincer: RestDialect = {
  name: vendor.name,
  title: vendor.title,
  keys: 'QUINCER',
  basePath: vendor.basePath,
  routes: [...conversationRoutes, ...leadRoutes, ...taskRoutes],
  webhooks: quincerWebhooks,
  acceptsApiKeyHeader: false,
  scheme: { name: 'quincerKey', description: `A developer key: \`${vendor.keyPrefix}…\`.` },
  ...quincerErrors,
};
