import { type AddressPolicy, createAddressPolicy } from '../webhooks/post/safe-address.ts';
import type { CoreOptions } from './core-options.ts';

/** Which addresses this installation connects to: public ones, and those of the ranges. */
export const addressPolicyOf = (
  { resolveHost }: Pick<CoreOptions, 'resolveHost'>,
  allowedRanges: readonly string[],
): AddressPolicy => createAddressPolicy({ allowedRanges, ...(resolveHost && { resolve: resolveHost }) });

/** The same of providers outside and of mail servers. */
export const outsideAddressesOf = (options: Pick<CoreOptions, 'resolveHost' | 'outsideAllowedRanges'>): AddressPolicy =>
  addressPolicyOf(options, options.outsideAllowedRanges ?? []);
