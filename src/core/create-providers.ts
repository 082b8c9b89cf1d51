import { createOutside, type Outside } from '../outside/create-outside.ts';
import { createAddressPolicy } from '../webhooks/post/safe-address.ts';
import type { CoreOptions } from './core-options.ts';

/** What is done by providers outside, where the operator set any up. */
export function createProviders(options: CoreOptions): Outside {
  const { database, clock, log, resolveHost, outside = { translate: null } } = options;
  const allowedRanges = options.outsideAllowedRanges ?? [];
  const addresses = createAddressPolicy({ allowedRanges, ...(resolveHost && { resolve: resolveHost }) });
  return createOutside({ addresses, pool: database.pool, clock, log, rules: options.responder }, outside);
}
