import { exampleLeadId } from '../ids.ts';
import { z } from 'zod';
import { enrichmentWords } from '../../lead-mapping.ts';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { wordsOf } from '../../route/words.ts';
import { envelope } from '../envelope.ts';
import type { LeadTieReason } from '../generated/operations.ts';
import { WireLead } from '../leads/wire.ts';
import { instant, text } from '../../route/scalars.ts';

const leadId = z.string().meta({ description: 'The lead’s id.', example: exampleLeadId });

const status = z.enum(wordsOf(enrichmentWords));
const cached = z.boolean().meta({ description: 'Whether it was complete before, and nothing was looked for.' });
const enrichedFields = z
  .array(z.string())
  .meta({ description: 'What was set by this call.', example: ['companyName', 'seniority', 'crmData.website'] });

export const WireEnrichRequest = strictObject({
  leadId,
  force: z.boolean().optional().meta({
    description:
      'Enriches anew what is complete; what is found then replaces what an enrichment wrote, and never what people wrote.',
  }),
}).meta({ id: 'ClawcrmEnrichRequest' });

export const WireEnriched = envelope({
  leadId,
  status: status.meta({ description: 'Check this: a failed enrichment is no error.' }),
  cached,
  enrichedFields,
  error: text.meta({ description: 'Why it failed, and what to add.' }),
  lead: WireLead,
}).meta({ id: 'ClawcrmEnriched' });

export const WireEnrichmentQuery = queryObject({ leadId });

export const WireEnrichmentStatus = envelope({
  leadId,
  status: z
    .enum([...wordsOf(enrichmentWords), 'not_enriched'])
    .meta({ description: '`not_enriched` while `POST /enrich` was not called: nothing is ever queued.' }),
  error: text,
  enrichedAt: instant.nullable(),
}).meta({ id: 'ClawcrmEnrichmentStatus' });

export const mostAtOnce = 5;

export const WireBulkEnrichRequest = strictObject({
  leadIds: z
    .array(z.string().max(100, 'must be the id of a lead: rp_…'))
    .min(1, 'must name at least one lead')
    .max(mostAtOnce, `must be at most ${mostAtOnce} leads`)
    .meta({ example: [exampleLeadId] }),
  forceRefresh: z.boolean().optional().meta({ description: 'As `force` of `POST /enrich`.' }),
}).meta({ id: 'ClawcrmBulkEnrichRequest' });

export const WireBulkEnriched = envelope({
  results: z.array(
    z
      .strictObject({ leadId, status, cached, enrichedFields, error: z.string().optional() })
      .meta({ id: 'ClawcrmBulkEnrichResult' }),
  ),
  complete: z.int(),
  failed: z.int(),
}).meta({ id: 'ClawcrmBulkEnriched', description: 'One result for each lead, in the order they were named.' });

export const tieWords = {
  EMAIL_DOMAIN: 'email_domain',
  COMPANY: 'company',
  PHONE: 'phone',
  LINKEDIN_URL: 'linkedin_url',
} as const satisfies Record<LeadTieReason, string>;

export const WireSpiderWebRequest = strictObject({ leadId }).meta({ id: 'ClawcrmSpiderWebRequest' });

export const WireSpiderWeb = envelope({
  leadId,
  connections: z.array(
    z
      .strictObject({
        leadId,
        firstName: text,
        lastName: text,
        email: text,
        phone: text,
        organizationName: text,
        companyName: text,
        linkedinUrl: text,
        stage: z.string(),
        reasons: z.array(z.enum(wordsOf(tieWords))).meta({ description: 'What the two leads share.' }),
      })
      .meta({ id: 'ClawcrmLeadTie' }),
  ),
  total: z.int().meta({ description: 'How many are shown: at most 50.' }),
}).meta({ id: 'ClawcrmSpiderWeb', description: 'Those that share most come first, then the newest.' });
