import type { AddressPurpose } from '../../../src/access/rate-limit.ts';
import { quincer as vendor } from '../../../src/vendors/quincer.ts';
import type { RestDialect } from '../../dialect.ts';
import type { Exchange } from '../../http/exchange.ts';
import { spend } from '../../http/spend.ts';
import { quincerErrors } from '../errors.ts';
import { admitOrigin, welcomeOrigin } from './cors.ts';
import { chatRoutes } from './routes.ts';

/** Typing is told far more often than anything is said, and must not keep anybody from saying it. */
const purposeOf = ({ method, path }: Exchange): AddressPurpose =>
  method === 'post' && !path.endsWith('/typing') ? 'chat' : 'chatReads';

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
      const purpose = purposeOf(exchange);
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
