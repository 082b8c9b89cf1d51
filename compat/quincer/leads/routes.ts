import { notFound } from '../../../src/errors.ts';
import { toTemperature } from '../../lead-mapping.ts';
import { shownAt } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { leadBodyAliases, leadQueryAliases } from '../aliases.ts';
import { leadDetailFromGraph, leadFromGraph } from '../from-graph.ts';
import { LeadDocument, LeadsDocument, UpdateLeadDocument, type LeadQuery } from '../generated/operations.ts';
import { graphId } from '../ids.ts';
import { emptyConnection, pageVariables, toPage } from '../list.ts';
import { WireId, WireLeadDetail, WireLeadList, WireLeadUpdate } from '../wire.ts';
import { WireLeadQuery } from '../wire-queries.ts';

const presentLead = ({ lead }: LeadQuery) => {
  if (!lead) throw notFound('lead');
  return leadDetailFromGraph(lead);
};

const leadId = ({ params }: { params: { id: string } }) => ({ id: graphId('Lead', params.id) });

const leadAt = shownAt('/leads/:id', 'leads', '');

/** Section "Leads & tasks". */
export const leadRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/leads',
    kind: 'read',
    scope: 'leads:read',
    summary: 'List leads',
    description: 'Newest first.',
    aliases: { query: leadQueryAliases },
    query: WireLeadQuery,
    reply: WireLeadList,
    operation: LeadsDocument,
    variables: ({ query }) => ({
      ...pageVariables('Lead', query),
      filter: {
        widgetId: graphId('Widget', query.widget_id),
        stage: query.stage,
        temperature: toTemperature(query.temperature),
        assignedToId: graphId('Member', query.assigned_to),
        updatedSince: query.updated_since,
      },
    }),
    // Integrations poll for stages that may not be there yet.
    recover: ({ details }) => (details.reason === 'UNKNOWN_STAGE' ? { leads: emptyConnection } : null),
    present({ leads }, { query }) {
      const { page, counts } = toPage('/api/v1/leads', leads, query, leadFromGraph);
      return { ...page, leads: page.data, ...counts };
    },
  }),
  route({
    method: 'get',
    path: '/leads/:id',
    kind: 'read',
    scope: 'leads:read',
    summary: 'Full lead record with BANT, tags and task history',
    params: WireId,
    reply: WireLeadDetail,
    operation: LeadDocument,
    variables: leadId,
    present: presentLead,
  }),
  route({
    method: 'post',
    path: '/leads/:id',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Update fields of a lead',
    description: 'An absent field stays; null clears it.',
    aliases: { methods: ['patch'], body: leadBodyAliases },
    params: WireId,
    body: WireLeadUpdate,
    example: { stage: 'qualified', temperature: 'hot', tags: ['booking'], bant: { need: 'a booking page' } },
    reply: WireLeadDetail,
    operation: UpdateLeadDocument,
    resource: ({ params: { id } }) => leadAt(id),
    variables({ params, body }) {
      const { assigned_to: assignedTo, job_title: jobTitle, temperature, ...same } = body;
      const input = {
        ...same,
        ...(temperature === undefined ? {} : { temperature: toTemperature(temperature) }),
        ...(jobTitle === undefined ? {} : { jobTitle }),
        ...(assignedTo === undefined ? {} : { assignedToId: graphId('Member', assignedTo) }),
      };
      return { id: graphId('Lead', params.id), input };
    },
    present: ({ updateLead }) => leadDetailFromGraph(updateLead.lead),
    rebuild: { operation: LeadDocument, scope: 'leads:read', variables: leadId, present: presentLead },
  }),
];
