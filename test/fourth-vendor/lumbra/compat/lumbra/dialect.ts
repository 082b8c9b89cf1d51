import { lumbra as vendor } from '../../src/vendors/lumbra.ts';
import type { RestDialect } from '../dialect.ts';
import { lumbraErrors } from './errors.ts';
import { personRoutes } from './people/routes.ts';
import { todoRoutes } from './todos/routes.ts';
import { lumbraWebhooks } from './webhook-wire.ts';

export const lumbra: RestDialect = {
  name: vendor.name,
  title: vendor.title,
  keys: 'LUMBRA',
  basePath: vendor.basePath,
  routes: [...personRoutes, ...todoRoutes],
  groups: { people: 'Who might buy.', todos: 'What to do about a person.' },
  webhooks: lumbraWebhooks,
  acceptsApiKeyHeader: false,
  scheme: { name: 'lumbraKey', description: `A key: \`${vendor.keyPrefix}…\`.` },
  ...lumbraErrors,
};
