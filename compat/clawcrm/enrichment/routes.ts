import { missingLead } from '../base.ts';
import { notFound } from '../../../src/errors.ts';
import { enrichmentWords } from '../../lead-mapping.ts';
import { route, type Route } from '../../route/route.ts';
import { wordOrNull } from '../../route/words.ts';
import { bulkNotices, enrichedNotices, stateNotices } from './notices.ts';
import {
  tieWords,
  WireBulkEnriched,
  WireBulkEnrichRequest,
  WireEnriched,
  WireEnrichmentQuery,
  WireEnrichmentStatus,
  WireEnrichRequest,
  WireSpiderWeb,
  WireSpiderWebRequest,
} from './wire.ts';
import { succeed } from '../envelope.ts';
import {
  EnrichedLeadsDocument,
  type EnrichedLeadsQuery,
  EnrichLeadDocument,
  type EnrichLeadMutation,
  EnrichLeadsDocument,
  type EnrichLeadsMutation,
  LeadConnectionsDocument,
  LeadEnrichmentDocument,
  type LeadEnrichmentQuery,
} from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId, toGraphLeadId } from '../ids.ts';
import { toClawcrmLead } from '../leads/wire.ts';

type Enriched = EnrichLeadMutation['enrichLead'] | null;

function presentEnriched(enriched: Enriched) {
  if (!enriched?.lead) throw notFound('lead');
  const { status, cached, enrichedFields, error } = enriched;
  const lead = toClawcrmLead(enriched.lead);
  return succeed(
    { leadId: lead.id, status: enrichmentWords[status], cached, enrichedFields: [...enrichedFields], error, lead },
    enrichedNotices(lead.id, enriched),
  );
}

/** What an enrichment left behind, where its answer was lost. */
function enrichedBefore({ lead }: LeadEnrichmentQuery): Enriched {
  if (!lead) return null;
  const { enrichmentStatus: status, enrichmentError: error } = lead;
  return { lead, status: status ?? 'FAILED', cached: false, enrichedFields: [], derivedFrom: null, error };
}

type Results = EnrichLeadsMutation['enrichLeads']['results'];

function presentBulk(all: Results, asked: readonly string[]) {
  const byId = new Map(all.map((one) => [one.leadId, one]));
  const results = [...new Set(asked)].flatMap((leadId) => {
    const one = byId.get(toGraphLeadId(leadId));
    if (!one) return [];
    const { status, cached, enrichedFields, error } = one;
    const shown = { leadId, status: enrichmentWords[status], cached, enrichedFields: [...enrichedFields] };
    return [{ ...shown, ...(error !== null && { error }) }];
  });
  const unknown = new Set(asked.filter((leadId) => byId.get(toGraphLeadId(leadId))?.lead === null));
  const complete = results.filter(({ status }) => status === 'complete').length;
  return succeed({ results, complete, failed: results.length - complete }, bulkNotices(results, unknown));
}

/** What a bulk enrichment left behind, where its answer was lost. */
function bulkBefore(leads: EnrichedLeadsQuery, asked: readonly string[]): Results {
  const byId = new Map(Object.values(leads).flatMap((lead) => (lead ? [[lead.id, lead] as const] : [])));
  return [...new Set(asked.map(toGraphLeadId))].map((leadId) => {
    const lead = byId.get(leadId);
    const done = { leadId, lead: lead ? { id: lead.id } : null, cached: false, enrichedFields: [] };
    if (!lead) return { ...done, status: 'FAILED', error: 'No such lead.' };
    const { enrichmentStatus: status, enrichmentError: error } = lead;
    return status === null
      ? { ...done, status: 'FAILED', error: 'The lead is not enriched.' }
      : { ...done, status, error };
  });
}

const idAt = (ids: readonly string[], index: number) => toGraphLeadId(ids[index] ?? '');

/** Section "Enrichment": each call answers once it is done, and nothing is ever queued. */
export const enrichmentRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/enrich',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Enrich one lead',
    description:
      'Answers once it is done: by the provider that the operator set up, or else from what the lead’s e-mail domain, website and job title give away. What people wrote stays; `force` finds anew what an enrichment wrote.',
    hints: { INVALID: 'Send `leadId`, and optionally `force` (true or false).', NOT_FOUND: missingLead },
    body: WireEnrichRequest,
    example: { leadId: exampleLeadId },
    reply: WireEnriched,
    operation: EnrichLeadDocument,
    variables: ({ body: { leadId, force } }) => ({ id: toGraphLeadId(leadId), force }),
    present: ({ enrichLead }) => presentEnriched(enrichLead),
    rebuild: {
      operation: LeadEnrichmentDocument,
      scope: 'leads:read',
      variables: ({ body }) => ({ leadId: toGraphLeadId(body.leadId) }),
      present: (data) => presentEnriched(enrichedBefore(data)),
    },
  }),
  route({
    method: 'get',
    path: '/enrich',
    kind: 'read',
    scope: 'leads:read',
    summary: 'How the last enrichment of a lead went',
    hints: { INVALID: 'Send `leadId` and nothing else.', NOT_FOUND: missingLead },
    query: WireEnrichmentQuery,
    reply: WireEnrichmentStatus,
    operation: LeadEnrichmentDocument,
    variables: ({ query }) => ({ leadId: toGraphLeadId(query.leadId) }),
    present({ lead }) {
      if (!lead) throw notFound('lead');
      const state = {
        leadId: fromGraphLeadId(lead.id),
        status: wordOrNull(enrichmentWords, lead.enrichmentStatus) ?? ('not_enriched' as const),
        error: lead.enrichmentError,
      };
      return succeed({ ...state, enrichedAt: lead.enrichedAt }, stateNotices(state));
    },
  }),
  route({
    method: 'post',
    path: '/enrich/bulk',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Enrich up to five leads',
    description: 'Answers once all are done; each fails for itself, and a lead named twice counts once.',
    hints: {
      INVALID: 'Send `leadIds` with 1 to 5 ids, and optionally `forceRefresh`. Loop over batches of 5 for more.',
    },
    body: WireBulkEnrichRequest,
    example: { leadIds: [exampleLeadId] },
    reply: WireBulkEnriched,
    operation: EnrichLeadsDocument,
    variables: ({ body: { leadIds, forceRefresh } }) => ({ ids: leadIds.map(toGraphLeadId), forceRefresh }),
    present: ({ enrichLeads }, { body }) => presentBulk(enrichLeads.results, body.leadIds),
    rebuild: {
      operation: EnrichedLeadsDocument,
      scope: 'leads:read',
      variables: ({ body: { leadIds } }) => ({
        first: idAt(leadIds, 0),
        second: idAt(leadIds, 1),
        third: idAt(leadIds, 2),
        fourth: idAt(leadIds, 3),
        fifth: idAt(leadIds, 4),
      }),
      present: (data, { body }) => presentBulk(bulkBefore(data, body.leadIds), body.leadIds),
    },
  }),
  route({
    method: 'post',
    path: '/enrich/spider-web',
    kind: 'read',
    scope: 'leads:read',
    summary: 'Other leads that have something in common with one',
    description:
      'They share the domain of their e-mail addresses (not one that anybody can have), the name of their company, a phone number or a LinkedIn profile. Changes nothing.',
    hints: { INVALID: 'Send `leadId` and nothing else.', NOT_FOUND: missingLead },
    body: WireSpiderWebRequest,
    example: { leadId: exampleLeadId },
    reply: WireSpiderWeb,
    operation: LeadConnectionsDocument,
    variables: ({ body }) => ({ id: toGraphLeadId(body.leadId) }),
    present({ leadConnections }, { body: { leadId } }) {
      const connections = leadConnections.map(({ lead: { id, company, stage, ...shown }, reasons }) => ({
        leadId: fromGraphLeadId(id),
        ...shown,
        organizationName: company,
        stage: stage?.name ?? '',
        reasons: reasons.map((reason) => tieWords[reason]),
      }));
      return succeed({ leadId, connections, total: connections.length });
    },
  }),
];
