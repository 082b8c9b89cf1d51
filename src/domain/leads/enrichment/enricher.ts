import type { LeadRow } from '../../../events/snapshot.ts';
import type { JsonObject } from '../../input.ts';
import type { OnBehalf } from '../../outside/capabilities.ts';

/** What an enrichment may start from. */
export type EnrichmentSubject = Pick<
  LeadRow,
  | 'id'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'company'
  | 'companyName'
  | 'businessType'
  | 'jobTitle'
  | 'seniority'
  | 'linkedinUrl'
  | 'companySize'
  | 'companyRevenue'
  | 'crmData'
>;

/** What it may find; absent is not found. */
export type Findings = {
  readonly jobTitle?: string | undefined;
  readonly companyName?: string | undefined;
  readonly businessType?: string | undefined;
  readonly seniority?: string | undefined;
  readonly linkedinUrl?: string | undefined;
  readonly companySize?: string | undefined;
  readonly companyRevenue?: string | undefined;
  /** What has no field of its own, such as the website. */
  readonly crmData?: JsonObject | undefined;
};

export type Enrichment =
  | { readonly status: 'COMPLETE'; readonly findings: Findings; readonly source: string }
  /** `reason` tells people what to add, or that it may pass by itself. */
  | { readonly status: 'FAILED'; readonly reason: string; readonly mayPass?: boolean };

/** For whom it is done, and until when it is waited for. */
export type EnrichmentCall = { readonly onBehalf: OnBehalf; readonly signal: AbortSignal };

/** Finds out more about a lead. Whatever it throws counts as a failure that may pass. */
export type Enricher = { enrich(lead: EnrichmentSubject, call: EnrichmentCall): Promise<Enrichment> };
