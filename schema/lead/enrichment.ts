import type { ConnectionReason } from '../../src/domain/leads/lead-connections.sql.ts';
import { type EnrichedLead, enrichLead, enrichLeads, maxEnriched } from '../../src/domain/leads/enrich-leads.ts';
import { leadConnections, type LeadTie } from '../../src/domain/leads/lead-connections.ts';
import { maxConnections } from '../../src/domain/leads/lead-ties.ts';
import { planEnrichments } from '../../src/domain/leads/plan-enrichments.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { builder } from '../builder/builder.ts';
import { EnrichmentStatusEnum } from '../builder/enums.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { dryRunHelp, planField } from '../builder/plan.ts';
import { LeadRef } from '../builder/refs.ts';

/** What an enrichment answers, of one lead or of each of several. */
const enrichmentFields = (name: string, description: string) =>
  builder.objectRef<EnrichedLead & { readonly askedId: string }>(name).implement({
    description,
    fields: (t) => ({
      leadId: t.exposeID('askedId', { description: 'The id it was asked for by.' }),
      lead: t.field({
        type: LeadRef,
        nullable: true,
        description: 'The lead as it is now; null where there is none of that id.',
        resolve: ({ lead }) => lead,
      }),
      status: t.field({ type: EnrichmentStatusEnum, description: 'How it went.', resolve: ({ status }) => status }),
      cached: t.exposeBoolean('cached', { description: 'Whether it was complete before, and nothing was looked for.' }),
      enrichedFields: t.stringList({
        description: 'What was set, such as companyName; what is kept in `crmData` as crmData.website.',
        resolve: ({ fields }) => [...fields],
      }),
      derivedFrom: t.exposeString('source', { nullable: true, description: 'What it was found by, in words.' }),
      error: t.exposeString('error', { nullable: true, description: 'Why it failed, and what to add.' }),
    }),
  });

const EnrichLeadPayload = enrichmentFields('EnrichLeadPayload', 'How the enrichment of a lead went.');
const LeadEnrichment = enrichmentFields('LeadEnrichment', 'How the enrichment of one of several leads went.');

type Enrichments = {
  readonly results: readonly (EnrichedLead & { readonly askedId: string })[];
  readonly plan: Plan | null;
};

const countOf = ({ results }: Enrichments, wanted: EnrichedLead['status']) =>
  results.filter(({ status }) => status === wanted).length;

const EnrichLeadsPayload = builder.objectRef<Enrichments>('EnrichLeadsPayload').implement({
  description: 'How each enrichment went.',
  fields: (t) => ({
    results: t.field({
      type: [LeadEnrichment],
      description: 'One for each lead, in the order they were named.',
      resolve: ({ results }) => results,
    }),
    complete: t.int({ description: 'How many are complete.', resolve: (all) => countOf(all, 'COMPLETE') }),
    failed: t.int({ description: 'How many failed.', resolve: (all) => countOf(all, 'FAILED') }),
    plan: planField(t),
  }),
});

const ReasonEnum = builder.enumType('LeadTieReason', {
  description: 'What two leads have in common.',
  values: {
    EMAIL_DOMAIN: { description: 'The domain of their e-mail addresses, where it is not one that anybody can have.' },
    COMPANY: { description: 'The name of their company, in any case.' },
    PHONE: { description: 'Their phone number, of seven digits or more, however it is written.' },
    LINKEDIN_URL: { description: 'The address of their LinkedIn profile, however it is written.' },
  } as const satisfies Record<ConnectionReason, object>,
});

const LeadTieRef = builder.objectRef<LeadTie>('LeadTie').implement({
  description: 'Another lead that has something in common with one.',
  fields: (t) => ({
    lead: t.field({ type: LeadRef, description: 'The other lead.', resolve: ({ lead }) => lead }),
    reasons: t.field({
      type: [ReasonEnum],
      description: 'What they share.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});

builder.queryField('leadConnections', (t) =>
  t.field({
    type: [LeadTieRef],
    description: `Other leads that share a company, a phone number or a profile with one: those that share most first, then the newest; at most ${maxConnections}. NOT_FOUND where the lead is not there. Needs \`leads:read\`.`,
    complexity: { field: 1, multiplier: maxConnections },
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => leadConnections(context, rowIdOf('Lead', id)),
  }),
);

builder.mutationFields((t) => ({
  enrichLead: t.field({
    type: EnrichLeadPayload,
    description:
      'Finds out more about a lead and answers once that is done. What people wrote stays. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      force: t.arg.boolean({
        description:
          'Enriches anew what is complete: what is found replaces what an enrichment wrote, and never what people wrote.',
      }),
    },
    resolve: async (_, { id, force }, context) => ({
      ...(await enrichLead(context, rowIdOf('Lead', id), force ?? false)),
      askedId: id,
    }),
  }),
  enrichLeads: t.field({
    type: EnrichLeadsPayload,
    description: `The same for 1 to ${maxEnriched} leads; each fails for itself, one there is not as well. Needs \`leads:write\`.`,
    args: {
      ids: t.arg.idList({ required: true, description: 'The leads’ ids. One named twice counts once.' }),
      forceRefresh: t.arg.boolean({ description: 'As `force` of enrichLead.' }),
      dryRun: t.arg.boolean({
        description: `${dryRunHelp} No provider is asked: \`results\` are those of leads for which none would be.`,
      }),
    },
    resolve: async (_, { ids, forceRefresh, dryRun }, context) => {
      const input = { ids: ids.map((id) => rowIdOf('Lead', id)), force: forceRefresh ?? false };
      const { enriched, plan } = dryRun
        ? await planEnrichments(context, input)
        : { enriched: await enrichLeads(context, input), plan: null };
      const byRow = new Map(enriched.map((one) => [one.id, one]));
      const results = [...new Set(ids)].flatMap((askedId) => {
        const one = byRow.get(rowIdOf('Lead', askedId));
        return one ? [{ ...one, askedId }] : [];
      });
      return { results, plan };
    },
  }),
}));
