import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConfidenceLabel, LeadStatus, LeadTier } from './generated/operations.ts';

/** What the graph's own words are called here, in the order in which they are drawn. */
export const statuses = {
  NEW: msg`New`,
  CONTACTED: msg`Contacted`,
  REPLIED: msg`Replied`,
  CONVERTED: msg`Converted`,
  CLOSED: msg`Closed`,
  SPAM: msg`Spam`,
} as const satisfies Record<LeadStatus, MessageDescriptor>;

export const tiers = {
  HIGH: msg`High`,
  MEDIUM: msg`Medium`,
  LOW: msg`Low`,
} as const satisfies Record<LeadTier, MessageDescriptor>;

export const labels = {
  HOT: msg`Hot, 70 and more`,
  WARM: msg`Warm, 45 to 69`,
  COOL: msg`Cool, 20 to 44`,
  COLD: msg`Cold, less than 20`,
} as const satisfies Record<ConfidenceLabel, MessageDescriptor>;
