import { exampleId } from '../../src/ids.ts';
import { z } from 'zod';
import type { Shown } from '../../src/shown.ts';
import { leadStatusWords } from '../lead-mapping.ts';
import { strictObject } from '../route/strict-object.ts';
import { wordsOf } from '../route/words.ts';
import type { LeadRowFragment } from './generated/operations.ts';
import { documentedSources, listedSources } from './leads/origin.ts';
import { instant, text } from '../route/scalars.ts';

const flexible = z.record(z.string(), z.unknown());

export const leadStatus = z.enum(wordsOf(leadStatusWords));
export const runStatus = z.enum(['running', 'succeeded', 'failed']);

export const WireLead = z
  .strictObject({
    id: z.string().meta({ example: exampleId('Lead') }),
    businessId: text.meta({ example: exampleId('Business') }),
    targetType: z.string().meta({ example: 'customer_lead' }),
    source: z.enum(listedSources).meta({
      description: 'One of `/sources`. A lead of any other is `manual`, and `context.source` names it.',
      example: 'reddit',
    }),
    status: leadStatus,
    displayName: text.meta({ example: 'u/some_redditor' }),
    handle: text,
    email: text,
    phone: text,
    tags: z.array(z.string()).readonly(),
    notes: text,
    context: flexible.meta({ description: 'What its source knows; flexible, `{}` where that is nothing.' }),
    createdAt: instant,
    updatedAt: instant,
    handedOffAt: instant.nullable(),
    handoffDestination: text,
    handoffMetadata: z.unknown().nonoptional().meta({ description: 'What was told at the handoff; flexible.' }),
  } satisfies Shown<LeadRowFragment, 'name' | 'remark'>)
  .meta({ id: 'Ai93Lead' });

export const WireLeadList = z
  .strictObject({ leads: z.array(WireLead), count: z.int().meta({ description: 'How many this answer holds.' }) })
  .meta({ id: 'Ai93LeadList' });

export const WireLeadEnvelope = z.strictObject({ lead: WireLead }).meta({ id: 'Ai93LeadEnvelope' });

export const WireLeadId = strictObject({
  id: z.string().meta({ description: 'The lead’s id.', example: exampleId('Lead') }),
});

/** What is shown of a lead and not taken. */
type ShownOnly = 'id' | 'status' | 'createdAt' | 'updatedAt' | 'handedOffAt' | 'handoffDestination' | 'handoffMetadata';

export const WireNewLead = strictObject({
  source: z.enum(documentedSources),
  targetType: z.string().meta({ example: 'customer_lead' }),
  displayName: z.string().meta({ example: 'Jane Doe' }),
  handle: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  notes: z.string().nullish(),
  context: flexible.nullish().meta({ description: 'What its source knows; flexible.' }),
  businessId: z.string().nullish().meta({ description: 'Absent or its own for a key that is locked to a business.' }),
} satisfies Record<Exclude<keyof typeof WireLead.shape, ShownOnly>, z.ZodType>).meta({ id: 'Ai93NewLead' });

export const WireHandoff = strictObject({
  destination: z.string().meta({ example: 'krew' }),
  metadata: flexible.nullish().meta({ description: 'Kept as the lead’s `handoffMetadata`; flexible.' }),
}).meta({ id: 'Ai93Handoff' });

export const WireSourceList = z
  .strictObject({
    sources: z.array(
      z
        .strictObject({
          id: z.enum(listedSources),
          name: z.string(),
          targetTypes: z.array(z.string()),
          enrichmentFields: z.array(z.strictObject({ name: z.string(), type: z.string(), description: z.string() })),
        })
        .meta({ id: 'Ai93Source' }),
    ),
  })
  .meta({ id: 'Ai93SourceList' });

export const WireRunList = z
  .strictObject({
    runs: z.array(
      z
        .strictObject({
          id: z.string().meta({ example: exampleId('ScraperRun') }),
          source: z.string(),
          status: runStatus,
          startedAt: instant,
          finishedAt: instant.nullable(),
          leadsFound: z.int(),
          leadsCreated: z.int(),
          error: text,
        })
        .meta({ id: 'Ai93ScraperRun' }),
    ),
    count: z.int().meta({ description: 'How many this answer holds.' }),
  })
  .meta({ id: 'Ai93ScraperRunList' });
