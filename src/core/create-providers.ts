import { createOutside, type Outside } from '../outside/create-outside.ts';
import { outsideAddressesOf } from './address-policy.ts';
import type { CoreOptions } from './core-options.ts';

/** What is done by providers outside, where the operator set any up. */
export function createProviders(options: CoreOptions): Outside {
  const { database, clock, log, responder: rules, enricher: builtIn, outside = { translate: null } } = options;
  const addresses = outsideAddressesOf(options);
  return createOutside({ addresses, pool: database.pool, clock, log, rules, builtIn }, outside);
}
