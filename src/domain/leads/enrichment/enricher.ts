import type { LeadRow } from '../../../events/snapshot.ts';

/** What an enrichment may start from. */
export type EnrichmentSubject = Pick<
  LeadRow,
  'email' | 'company' | 'companyName' | 'businessType' | 'jobTitle' | 'seniority' | 'crmData'
>;

/** What it may find; absent is not found. */
export type Findings = {
  readonly companyName?: string;
  readonly businessType?: string;
  readonly seniority?: string;
  readonly linkedinUrl?: string;
  readonly companySize?: string;
  readonly companyRevenue?: string;
  /** Kept in `crmData`. */
  readonly website?: string;
};

export type Enrichment =
  | { readonly status: 'COMPLETE'; readonly findings: Findings; readonly source: string }
  /** `reason` tells people what to add. */
  | { readonly status: 'FAILED'; readonly reason: string };

/** Finds out more about a lead. Whatever it throws counts as a failure that may pass. */
export type Enricher = { enrich(lead: EnrichmentSubject): Promise<Enrichment> };
