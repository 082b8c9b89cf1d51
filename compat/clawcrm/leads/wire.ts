import { isJsonObject } from '../../../src/json.ts';
import { z } from 'zod';
import type { Shown } from '../../../src/shown.ts';
import { enrichmentWords, leadStatusWords, leadTierWords } from '../../lead-mapping.ts';
import { wordOrNull, wordsOf } from '../../route/words.ts';
import { confidenceWords } from '../confidence-words.ts';
import type { LeadRowFragment } from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId } from '../ids.ts';
import { instant, text } from '../../route/scalars.ts';

const flexible = z.record(z.string(), z.unknown());

export const leadStatus = z.enum(wordsOf(leadStatusWords));
export const leadTier = z.enum(wordsOf(leadTierWords));

/** A lead as every route shows it. */
export const WireLead = z
  .strictObject({
    id: z.string().meta({ example: exampleLeadId }),
    firstName: text,
    lastName: text,
    email: text,
    phone: text,
    organizationName: text,
    clinicName: text.meta({ description: 'The same as `organizationName`.' }),
    businessType: text,
    practiceType: text.meta({ description: 'The same as `businessType`.' }),
    title: text,
    seniority: text,
    companyName: text,
    linkedinUrl: text,
    companySize: text,
    companyRevenue: text,
    stage: z.string().meta({ description: 'The name of its pipeline stage.', example: 'Qualified' }),
    status: leadStatus,
    tier: leadTier.nullable(),
    source: z.string().meta({ description: 'Where it comes from.', example: 'manual' }),
    crmData: flexible.meta({ description: 'Whatever an agent keeps of it; flexible.' }),
    customFields: flexible.meta({ description: 'Values of custom fields by their names.' }),
    confidenceScore: z.int().min(0).max(100).nullable().meta({ description: 'Computed by `POST /leads/score`.' }),
    confidenceLabel: z.enum(wordsOf(confidenceWords)).nullable(),
    scoredAt: instant.nullable(),
    lastTouchedAt: instant.nullable(),
    enrichmentStatus: z
      .enum(wordsOf(enrichmentWords))
      .nullable()
      .meta({ description: 'How the last enrichment went; null while there was none.' }),
    enrichmentError: text,
    enrichedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
  } satisfies Shown<LeadRowFragment, 'company' | 'jobTitle'>)
  .meta({ id: 'ClawcrmLead' });

const toFlexible = (value: unknown): Record<string, unknown> => (isJsonObject(value) ? value : {});

/** ClawCRM's lead; both spellings of an aliased field are there. */
export function toClawcrmLead(lead: LeadRowFragment): z.input<typeof WireLead> {
  return {
    id: fromGraphLeadId(lead.id),
    firstName: lead.firstName,
    lastName: lead.lastName,
    email: lead.email,
    phone: lead.phone,
    organizationName: lead.company,
    clinicName: lead.company,
    businessType: lead.businessType,
    practiceType: lead.businessType,
    title: lead.jobTitle,
    seniority: lead.seniority,
    companyName: lead.companyName,
    linkedinUrl: lead.linkedinUrl,
    companySize: lead.companySize,
    companyRevenue: lead.companyRevenue,
    stage: lead.stage?.name ?? '',
    status: leadStatusWords[lead.status],
    tier: wordOrNull(leadTierWords, lead.tier),
    source: lead.source,
    crmData: toFlexible(lead.crmData),
    customFields: toFlexible(lead.customFields),
    confidenceScore: lead.confidenceScore,
    confidenceLabel: wordOrNull(confidenceWords, lead.confidenceLabel),
    scoredAt: lead.scoredAt,
    lastTouchedAt: lead.lastTouchedAt,
    enrichmentStatus: wordOrNull(enrichmentWords, lead.enrichmentStatus),
    enrichmentError: lead.enrichmentError,
    enrichedAt: lead.enrichedAt,
    createdAt: lead.createdAt,
    updatedAt: lead.updatedAt,
    deletedAt: lead.deletedAt,
  };
}
