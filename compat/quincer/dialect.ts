import type { RestDialect } from '../dialect.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { quincerErrors } from './errors.ts';
import { leadRoutes } from './lead-routes.ts';
import { taskRoutes } from './task-routes.ts';
import { quincerWebhooks } from './webhook-wire.ts';

export const quincer: RestDialect = {
  name: 'quincer',
  title: 'Quincer',
  keys: 'QUINCER',
  basePath: '/api/v1',
  routes: [...conversationRoutes, ...leadRoutes, ...taskRoutes],
  webhooks: quincerWebhooks,
  acceptsApiKeyHeader: false,
  scheme: { name: 'quincerKey', description: 'A developer key: `cw_dev_…`.' },
  ...quincerErrors,
};
