import { bareId, bareIdOrNull, prefixOf, toGlobalId } from '../../../src/ids.ts';
import { z } from 'zod';
import { forbidden, notFound } from '../../../src/errors.ts';
import { exportRoute } from '../../route/export-route.ts';
import { toLeadStatus } from '../../lead-mapping.ts';
import { pagedRoute } from '../../route/paged-route.ts';
import { idOfMade, shownAt } from '../../route/resources.ts';
import { route, type Route } from '../../route/route.ts';
import { csvColumns, csvHead, toCsvRow } from './csv.ts';
import {
  CreateLeadDocument,
  HandOffLeadDocument,
  LeadDocument,
  LeadsDocument,
  type LeadQuery,
  type LeadRowFragment,
} from '../generated/operations.ts';
import { toAi93Lead } from '../resources.ts';
import { WireHandoff, WireLeadEnvelope, WireLeadId, WireLeadList, WireNewLead } from '../wire.ts';
import { WireLeadCsvQuery, WireLeadQuery } from '../wire-queries.ts';

const leadFromGraph = (lead: LeadRowFragment) =>
  toAi93Lead({ ...lead, id: bareId(lead.id), businessId: bareIdOrNull(lead.businessId) });

const presentLead = ({ lead }: LeadQuery) => {
  if (!lead) throw notFound('lead');
  return { lead: leadFromGraph(lead) };
};

type Filters = z.output<typeof WireLeadQuery>;

const filterOf = ({ status, target_type: targetType, since, source, tag, q }: Filters) => ({
  status: toLeadStatus(status),
  targetType,
  createdSince: since,
  listedSource: source,
  tags: tag,
  q,
});

const leadId = ({ params }: { params: { id: string } }) => ({ id: params.id });

const leadAt = shownAt('/leads/:id', 'leads', prefixOf('Lead'));

/** Section "Endpoints". */
export const leadRoutes: readonly Route[] = [
  pagedRoute({
    method: 'get',
    path: '/leads',
    kind: 'read',
    scope: 'leads:read',
    summary: 'List leads',
    description: 'Newest first. A key that is locked to a business sees that business’s leads alone.',
    query: WireLeadQuery,
    reply: WireLeadList,
    operation: LeadsDocument,
    variables: ({ query }, page) => ({ ...page, filter: filterOf(query) }),
    paging: ({ query }) => query,
    connection: ({ leads }) => leads,
    present: (leads) => ({ leads: leads.map(leadFromGraph), count: leads.length }),
  }),
  exportRoute({
    method: 'get',
    path: '/leads.csv',
    kind: 'read',
    scope: 'leads:read',
    summary: 'Export leads as CSV',
    description: `RFC 4180 in UTF-8 with CRLF and a header row, newest first. The columns: ${csvColumns.join(', ')}. Tags are joined by commas, \`context\` and \`handoffMetadata\` are JSON, what is not there is empty. A cell that begins with \`=\`, \`+\`, \`-\`, \`@\` (also as a full-width character), a tab or a carriage return is prefixed with \`'\`, so that no spreadsheet takes it for a formula.`,
    media: 'text/csv; charset=utf-8',
    query: WireLeadCsvQuery,
    reply: z.string(),
    request: ({ query }) => ({ filter: filterOf(query), limit: query.limit, after: query.after }),
    head: csvHead,
    row: toCsvRow,
  }),
  route({
    method: 'get',
    path: '/leads/:id',
    kind: 'read',
    scope: 'leads:read',
    summary: 'Fetch a single lead',
    description: 'A lead of another business than the key’s is not there: 404.',
    params: WireLeadId,
    reply: WireLeadEnvelope,
    operation: LeadDocument,
    variables: leadId,
    present: presentLead,
  }),
  route({
    method: 'post',
    path: '/leads',
    kind: 'write',
    scope: 'leads:write',
    status: 201,
    summary: 'Create a lead',
    description: 'A key that is locked to a business must omit `businessId` or give its own.',
    body: WireNewLead,
    example: {
      source: 'manual',
      targetType: 'customer_lead',
      displayName: 'Ada Lovelace',
      email: 'ada@example.com',
      tags: ['vip'],
    },
    reply: WireLeadEnvelope,
    operation: CreateLeadDocument,
    variables({ body, actor }) {
      const { displayName: name, notes: remark, businessId, ...same } = body;
      // Before the graph looks whether it is an id at all: to a locked key every other business is the same.
      if (actor.businessId !== null && businessId && businessId !== toGlobalId('Business', actor.businessId)) {
        throw forbidden('This API key is locked to another business.', { reason: 'business_scope_mismatch' });
      }
      return { input: { ...same, name, remark, businessId } };
    },
    present: ({ createLead }) => ({ lead: leadFromGraph(createLead.lead) }),
    rebuild: {
      operation: LeadDocument,
      scope: 'leads:read',
      variables: idOfMade('Lead'),
      present: presentLead,
    },
  }),
  route({
    method: 'post',
    path: '/leads/:id/handoff',
    kind: 'write',
    scope: 'leads:handoff',
    summary: 'Mark a lead as handed off to a downstream system',
    description:
      'The same destination again adds its `metadata` to what there is and changes nothing else; another one is a 409.',
    params: WireLeadId,
    body: WireHandoff,
    example: { destination: 'my-crm', metadata: { owner: 'Sam' } },
    reply: WireLeadEnvelope,
    operation: HandOffLeadDocument,
    resource: ({ params: { id } }) => leadAt(id),
    variables: ({ params, body }) => ({ id: params.id, destination: body.destination, metadata: body.metadata }),
    present: ({ handOffLead }) => ({ lead: leadFromGraph(handOffLead.lead) }),
    rebuild: { operation: LeadDocument, scope: 'leads:read', variables: leadId, present: presentLead },
  }),
];
