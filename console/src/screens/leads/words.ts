import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnrichmentStatus, LeadOrderField, LeadStatus, LeadTier, MeetingState } from './generated/operations.ts';

/** What the graph's own words are called here. */
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

export const enrichmentStatuses = {
  COMPLETE: msg`Found`,
  FAILED: msg`Failed`,
} as const satisfies Record<EnrichmentStatus, MessageDescriptor>;

export const meetingStates = {
  BOOKED: msg`Booked`,
  RESCHEDULED: msg`Moved`,
  CANCELLED: msg`Cancelled`,
  FORGOTTEN: msg`Forgotten`,
} as const satisfies Record<MeetingState, MessageDescriptor>;

export const orders = {
  CREATED_AT: msg`Created`,
  UPDATED_AT: msg`Changed`,
  LAST_TOUCHED_AT: msg`Last touch`,
  NAME: msg`Name`,
  SCORE: msg`Score`,
} as const satisfies Record<LeadOrderField, MessageDescriptor>;

/** Whether an address or a form says one of these words. */
export const isWordOf = <Words extends object>(words: Words, word: string | undefined): word is keyof Words & string =>
  word !== undefined && Object.hasOwn(words, word);
