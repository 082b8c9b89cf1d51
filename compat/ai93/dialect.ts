import type { RestDialect } from '../dialect.ts';
import { ai93Errors } from './errors.ts';
import { leadRoutes } from './lead-routes.ts';
import { sourceRoutes } from './source-routes.ts';
import { ai93Webhooks } from './webhook-wire.ts';

export const ai93: RestDialect = {
  name: 'ai93',
  title: 'AI93/Krew',
  keys: 'AI93',
  basePath: '/api/v1',
  routes: [...leadRoutes, ...sourceRoutes],
  webhooks: ai93Webhooks,
  acceptsApiKeyHeader: false,
  scheme: { name: 'ai93Key', description: 'A workspace key: `ai93_live_…`.' },
  ...ai93Errors,
};
