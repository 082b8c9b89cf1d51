import type { RestDialect } from '../dialect.ts';
import { ai93Errors } from './errors.ts';
import { leadRoutes } from './lead-routes.ts';
import { sourceRoutes } from './source-routes.ts';

export const ai93: RestDialect = {
  name: 'ai93',
  title: 'AI93/Krew',
  keys: 'AI93',
  basePath: '/api/v1',
  routes: [...leadRoutes, ...sourceRoutes],
  acceptsApiKeyHeader: false,
  scheme: { name: 'ai93Key', description: 'A workspace key: `ai93_live_…`.' },
  ...ai93Errors,
};
