import { quincer as vendor } from '../../../src/vendors/quincer.ts';
import type { RestDialect } from '../../dialect.ts';
import { spend } from '../../http/spend.ts';
import { quincerErrors } from '../errors.ts';
import { admitOrigin, welcomeOrigin } from './cors.ts';
import { chatRoutes } from './routes.ts';

/** The chat widget's endpoints: Quincer's, but for the public key in the page's script. */
export const chat: RestDialect = {
  name: vendor.name,
  title: `${vendor.title} public chat`,
  keys: 'WIDGET',
  basePath: '/api/chat',
  routes: chatRoutes,
  guard: ({ mayComeFrom, rateLimits }) => ({
    welcome: welcomeOrigin,
    async admit(actor, exchange) {
      const purpose = exchange.method === 'get' ? 'chatReads' : 'chat';
      const state = await rateLimits.spendAddress(purpose, exchange.address);
      spend(exchange, state);
      await admitOrigin(mayComeFrom, actor, exchange);
      return state;
    },
  }),
  acceptsApiKeyHeader: false,
  scheme: { name: 'widgetKey', description: 'The public key of a widget: `cw_live_…`. It works nowhere else.' },
  ...quincerErrors,
};
