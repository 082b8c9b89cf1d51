import { ai93 as vendor } from '../../src/vendors/ai93.ts';
import type { RestDialect } from '../dialect.ts';
import { ai93Errors } from './errors.ts';
import { leadRoutes } from './leads/routes.ts';
import { sourceRoutes } from './sources/routes.ts';
import { ai93Webhooks } from './webhook-wire.ts';

export const ai93: RestDialect = {
  name: vendor.name,
  title: vendor.title,
  keys: 'AI93',
  basePath: vendor.basePath,
  routes: [...leadRoutes, ...sourceRoutes],
  webhooks: ai93Webhooks,
  // Its errors have the `error` that clients of others at /api/v1 read, and more.
  refusesStrangers: true,
  acceptsApiKeyHeader: false,
  scheme: { name: 'ai93Key', description: `A workspace key: \`${vendor.keyPrefix}…\`.` },
  ...ai93Errors,
};
