import { base } from '../base.ts';
import { z } from 'zod';
import { notFound } from '../../../src/errors.ts';
import { route, type Route } from '../../route/route.ts';
import { envelope, succeed } from '../envelope.ts';
import { DeleteLeadDocument, type DeleteLeadMutation } from '../generated/operations.ts';
import { exampleLeadId, leadAt, toGraphLeadId } from '../ids.ts';
import { WireDeletion, WireLeadId, WireLegacyDeletion } from './bodies.ts';
import { deletedNotices } from './notices.ts';
import { toClawcrmLead, WireLead } from './wire.ts';

const WireDeletedLead = envelope({
  id: z.string().meta({ example: exampleLeadId }),
  deleted: z.literal(true),
  permanent: z.boolean().meta({ description: 'Whether nothing can bring it back.' }),
  lead: WireLead,
}).meta({ id: 'ClawcrmDeletedLead' });

function presentDeleted({ deleteLead, purgeLead }: DeleteLeadMutation) {
  const gone = deleteLead ?? purgeLead;
  if (!gone) throw notFound('lead');
  const lead = toClawcrmLead(gone.lead);
  const permanent = purgeLead !== undefined;
  const notices = deletedNotices(lead.id, permanent, gone.campaignEffects);
  return succeed({ id: lead.id, deleted: true as const, permanent, lead }, notices);
}

const unknownLead = `Check the id: GET ${base}/leads shows the leads there are, ?deletedOnly=true the deleted ones.`;

/** Section "Leads": soft by default, and again the same answer. */
export const leadDeletionRoutes: readonly Route[] = [
  route({
    method: 'delete',
    path: '/leads/:id',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Delete a lead',
    description:
      'It is hidden until it is restored; deleting it again changes nothing. `?permanent=true` removes it for good, with its notes, touchpoints and enrolments.',
    hints: {
      INVALID: 'Send the id in the path, such as /leads/rp_…; the one parameter is `permanent` (true or false).',
      NOT_FOUND: unknownLead,
    },
    params: WireLeadId,
    query: WireDeletion,
    reply: WireDeletedLead,
    operation: DeleteLeadDocument,
    resource: ({ params: { id } }) => leadAt(id),
    variables: ({ params, query }) => ({ id: toGraphLeadId(params.id), permanent: query.permanent }),
    present: presentDeleted,
  }),
  route({
    method: 'delete',
    path: '/leads',
    name: 'DeleteNamedLead',
    kind: 'write',
    scope: 'leads:write',
    summary: 'Delete a lead that a parameter names',
    description: 'Never for good.',
    successor: ({ id }) => `/leads/${id === undefined ? '{leadId}' : encodeURIComponent(id)}`,
    hints: {
      INVALID: `DELETE ${base}/leads/{leadId} deletes, ?permanent=true behind it removes for good.`,
      NOT_FOUND: unknownLead,
    },
    query: WireLegacyDeletion,
    reply: WireDeletedLead,
    operation: DeleteLeadDocument,
    resource: ({ query: { id } }) => leadAt(id),
    variables: ({ query }) => ({ id: toGraphLeadId(query.id), permanent: false }),
    present: presentDeleted,
  }),
];
