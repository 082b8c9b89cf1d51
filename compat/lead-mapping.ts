import type { LeadSnapshot } from '../src/events/snapshot.ts';
import type { ConfidenceLabel } from './clawcrm/generated/operations.ts';
import type { VendorName } from '../src/vendors/index.ts';
import { graphValue, wordOrNull } from './route/words.ts';

type LeadStatus = LeadSnapshot['status'];
type Temperature = NonNullable<LeadSnapshot['temperature']>;
type LeadTier = NonNullable<LeadSnapshot['tier']>;
type EnrichmentStatus = NonNullable<LeadSnapshot['enrichmentStatus']>;

/** How far the relation has come: AI93 and ClawCRM. */
export const leadStatusWords = {
  NEW: 'new',
  CONTACTED: 'contacted',
  REPLIED: 'replied',
  CONVERTED: 'converted',
  CLOSED: 'closed',
  SPAM: 'spam',
} as const satisfies Record<LeadStatus, string>;

/** How likely a sale is, as people and the chat say: Quincer. */
export const temperatureWords = { HOT: 'hot', WARM: 'warm', COLD: 'cold' } as const satisfies Record<
  Temperature,
  string
>;

/** How much the lead is worth pursuing: ClawCRM. */
export const leadTierWords = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } as const satisfies Record<LeadTier, string>;

/** The computed confidence in a word: ClawCRM. Never a temperature. */
export const confidenceWords = { HOT: 'hot', WARM: 'warm', COOL: 'cool', COLD: 'cold' } as const satisfies Record<
  ConfidenceLabel,
  string
>;

export const enrichmentWords = { COMPLETE: 'complete', FAILED: 'failed' } as const satisfies Record<
  EnrichmentStatus,
  string
>;

/** Where a lead stands, in the graph's words. */
type Standing = {
  readonly stage: { readonly key: string; readonly name: string };
  readonly status: LeadStatus;
  readonly temperature: Temperature | null;
  readonly score: number | null;
  readonly tier: LeadTier | null;
  readonly confidenceScore: number | null;
  readonly confidenceLabel: ConfidenceLabel | null;
};

/**
 * What each dialect shows of where a lead stands, and what it may say of it. A dialect that has no word for something
 * leaves it alone: a tier does not move a temperature.
 */
export const standingIn = {
  quincer: (lead: Pick<Standing, 'temperature' | 'score'> & { readonly stage: Pick<Standing['stage'], 'key'> }) => ({
    stage: lead.stage.key,
    temperature: wordOrNull(temperatureWords, lead.temperature),
    score: lead.score,
  }),
  ai93: (lead: Pick<Standing, 'status'>) => ({ status: leadStatusWords[lead.status] }),
  clawcrm: (
    lead: Pick<Standing, 'status' | 'tier' | 'confidenceScore' | 'confidenceLabel'> & {
      readonly stage: Pick<Standing['stage'], 'name'>;
    },
  ) => ({
    stage: lead.stage.name,
    status: leadStatusWords[lead.status],
    tier: wordOrNull(leadTierWords, lead.tier),
    confidenceScore: lead.confidenceScore,
    confidenceLabel: wordOrNull(confidenceWords, lead.confidenceLabel),
  }),
} as const satisfies Record<VendorName, (lead: Standing) => object>;

export const toLeadStatus = graphValue(leadStatusWords);
export const toTemperature = graphValue(temperatureWords);
export const toLeadTier = graphValue(leadTierWords);
