import type { LeadSnapshot } from '../src/events/snapshot.ts';
import { graphValue } from './route/words.ts';

// The words that vendors share. Each takes those that its document has, and leaves alone what it has no word for: a tier moves no
// temperature.

type LeadStatus = LeadSnapshot['status'];
type Temperature = NonNullable<LeadSnapshot['temperature']>;
type LeadTier = NonNullable<LeadSnapshot['tier']>;
type EnrichmentStatus = NonNullable<LeadSnapshot['enrichmentStatus']>;

/** How far the relation has come. */
export const leadStatusWords = {
  NEW: 'new',
  CONTACTED: 'contacted',
  REPLIED: 'replied',
  CONVERTED: 'converted',
  CLOSED: 'closed',
  SPAM: 'spam',
} as const satisfies Record<LeadStatus, string>;

/** How likely a sale is, as people and the chat say. */
export const temperatureWords = { HOT: 'hot', WARM: 'warm', COLD: 'cold' } as const satisfies Record<
  Temperature,
  string
>;

/** How much the lead is worth pursuing. */
export const leadTierWords = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } as const satisfies Record<LeadTier, string>;

export const enrichmentWords = { COMPLETE: 'complete', FAILED: 'failed' } as const satisfies Record<
  EnrichmentStatus,
  string
>;

export const toLeadStatus = graphValue(leadStatusWords);
export const toTemperature = graphValue(temperatureWords);
export const toLeadTier = graphValue(leadTierWords);
