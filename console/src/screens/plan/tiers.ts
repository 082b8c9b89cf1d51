import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tier } from './generated/operations.ts';

/** What the graph's own words are called here. */
export const tiers = {
  FREE: msg`Free`,
  PRO: msg`Pro`,
  ULTRA: msg`Ultra`,
  UNLIMITED: msg`Unlimited`,
} as const satisfies Record<Tier, MessageDescriptor>;

export const isTier = (text: string): text is Tier => Object.hasOwn(tiers, text);
