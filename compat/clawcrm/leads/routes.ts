import { base } from '../base.ts';
import { idOfMade } from '../../route/resources.ts';
import { z } from 'zod';
import { invalidField, notFound } from '../../../src/errors.ts';
import { leadTierWords, toLeadStatus, toLeadTier } from '../../lead-mapping.ts';
import { optionalFields } from '../../route/optional-fields.ts';
import { route, type Route } from '../../route/route.ts';
import { wordsOf } from '../../route/words.ts';
import { envelope, succeed } from '../envelope.ts';
import {
  CreateLeadDocument,
  LeadDocument,
  LeadsDocument,
  ReplaceLeadDocument,
  UpdateLeadDocument,
  type LeadQuery,
  type ReplaceLeadMutation,
  type UpdateLeadMutation,
} from '../generated/operations.ts';
import { exampleLeadId, leadAt, toGraphLeadId } from '../ids.ts';
import {
  leadBodyAliases,
  namedLeadId,
  toLeadInput,
  toWholeLeadInput,
  WireLeadId,
  WireLeadPatch,
  WireLeadQuery,
  WireLeadReplacement,
  WireNewLead,
} from './bodies.ts';
import { changedNotices, createdNotices, leadNotices } from './notices.ts';
import { toClawcrmLead, WireLead } from './wire.ts';
import { nextPageStep } from '../paging.ts';

const WireLeadList = envelope({
  leads: z.array(WireLead),
  total: z.int().meta({ description: 'How many match in all.' }),
  limit: z.int(),
  offset: z.int(),
}).meta({ id: 'ClawcrmLeadList' });

export const WireLeadEnvelope = envelope({ lead: WireLead }).meta({ id: 'ClawcrmLeadEnvelope' });

const WireCreatedLead = envelope({
  id: z.string().meta({ example: exampleLeadId }),
  lead: WireLead,
  enrichmentQueued: z.literal(false).meta({ description: 'Enrichment is a call of its own.' }),
}).meta({ id: 'ClawcrmCreatedLead' });

/** What an agent is told where a lead is not there. */
export const missingLead = `Check the id. A deleted lead is not there until it is restored: PATCH ${base}/leads/{leadId} { restore: true }.`;

const whole = `Send firstName and email, and optionally ${optionalFields(WireNewLead, { tier: wordsOf(leadTierWords) })}.`;

type Named = { readonly params: { readonly id?: string }; readonly body: { readonly id?: string | undefined } };

const graphIdOf = ({ params, body }: Named) => toGraphLeadId(namedLeadId(params, body));

const presentLead = ({ lead }: LeadQuery) => {
  if (!lead) throw notFound('lead');
  return succeed({ lead: toClawcrmLead(lead) }, leadNotices(lead));
};

type Patch = Named & { readonly body: z.output<typeof WireLeadPatch> };

/** @throws INVALID where a lead is to be restored and changed at once. */
function patchVariables({ params, body }: Patch) {
  const { id: _, restore = false, ...fields } = body;
  if (restore && Object.keys(fields).length > 0) {
    throw invalidField('restore', 'stands alone; restore the lead first, then change its other fields');
  }
  const address = fields.email !== undefined;
  return { id: graphIdOf({ params, body }), restore, address, input: toLeadInput(fields) };
}

function presentPatched({ updateLead, restoreLead }: UpdateLeadMutation, { body }: Patch) {
  const changed = updateLead ?? restoreLead;
  if (!changed) throw notFound('lead');
  return succeed({ lead: toClawcrmLead(changed.lead) }, changedNotices(changed, body));
}

const presentReplaced = (
  { replaceLead }: ReplaceLeadMutation,
  { body }: { readonly body: z.output<typeof WireLeadReplacement> },
) => succeed({ lead: toClawcrmLead(replaceLead.lead) }, changedNotices(replaceLead, body));

type Replacement = Named & { readonly body: z.output<typeof WireLeadReplacement> };

/** PUT, whether the path or the body names the lead. */
const replacing = {
  method: 'put',
  kind: 'write',
  scope: 'leads:write',
  description:
    'What is left out is reset, `stage` to the default one and `status` to the one that the stage carries, else `new`.',
  hints: {
    INVALID: `${whole} The id stands in the path, or in the body as \`id\`: rp_….`,
    NOT_FOUND: missingLead,
  },
  refuses: ['CONFLICT'],
  aliases: { body: leadBodyAliases },
  body: WireLeadReplacement,
  reply: WireLeadEnvelope,
  operation: ReplaceLeadDocument,
  resource: ({ params, body }: Replacement) => leadAt(namedLeadId(params, body)),
  variables: ({ params, body: { id, ...body } }: Replacement) => ({
    id: graphIdOf({ params, body: { id } }),
    input: toWholeLeadInput(body),
  }),
  present: presentReplaced,
} as const;

/** PATCH, whether the path or the body names the lead. */
const patching = {
  method: 'patch',
  kind: 'write',
  scope: 'leads:write',
  description:
    'What is left out stays, null clears it; `crmData` and `customFields` are merged. `{ "restore": true }` brings a deleted lead back.',
  hints: {
    INVALID:
      'Send only what is to change; null clears a field, but not firstName and email. `restore: true` stands alone. The id stands in the path, or in the body as `id`: rp_….',
    NOT_FOUND: missingLead,
  },
  refuses: ['CONFLICT'],
  aliases: { body: leadBodyAliases },
  body: WireLeadPatch,
  reply: WireLeadEnvelope,
  operation: UpdateLeadDocument,
  resource: ({ params, body }: Patch) => leadAt(namedLeadId(params, body)),
  variables: patchVariables,
  present: presentPatched,
} as const;

/** Section "Leads". */
export const leadRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/leads',
    kind: 'read',
    scope: 'leads:read',
    summary: 'List leads',
    description: 'Newest first.',
    hints: { INVALID: 'Parameters: status, tier, limit (1 to 200), offset (0 or more), deletedOnly (true or false).' },
    query: WireLeadQuery,
    reply: WireLeadList,
    operation: LeadsDocument,
    variables: ({ query: { status, tier, limit, offset, deletedOnly } }) => ({
      first: limit,
      offset,
      filter: { status: toLeadStatus(status), tier: toLeadTier(tier), deletedOnly },
    }),
    present({ leads: { nodes, totalCount } }, { query }) {
      const { limit, offset, deletedOnly } = query;
      const restoring =
        deletedOnly && nodes.length > 0 ? [`PATCH ${base}/leads/{leadId} { restore: true } brings one back.`] : [];
      return succeed(
        { leads: nodes.map(toClawcrmLead), total: totalCount, limit, offset },
        { nextSteps: [...nextPageStep(`${base}/leads`, query, totalCount), ...restoring] },
      );
    },
  }),
  route({
    method: 'post',
    path: '/leads',
    kind: 'write',
    scope: 'leads:write',
    status: 201,
    summary: 'Create a lead',
    description: 'It is not enriched by itself: call `POST /enrich` with its id.',
    hints: { INVALID: whole },
    refuses: ['CONFLICT'],
    aliases: { body: leadBodyAliases },
    body: WireNewLead,
    example: {
      firstName: 'Grace',
      lastName: 'Hopper',
      email: 'grace@example.com',
      companyName: 'Analytical Engines',
      tier: 'high',
    },
    reply: WireCreatedLead,
    operation: CreateLeadDocument,
    variables: ({ body }) => ({ input: toWholeLeadInput(body) }),
    present({ createLead }, { body }) {
      const lead = toClawcrmLead(createLead.lead);
      return succeed({ id: lead.id, lead, enrichmentQueued: false as const }, createdNotices(createLead, body));
    },
    rebuild: {
      operation: LeadDocument,
      scope: 'leads:read',
      variables: idOfMade('Lead'),
      present({ lead: found }, { body }) {
        if (!found) throw notFound('lead');
        const lead = toClawcrmLead(found);
        const untold = { duplicateOfId: null, leadLimit: null, leadCount: null };
        const notices = createdNotices({ lead: found, ...untold }, body);
        return succeed({ id: lead.id, lead, enrichmentQueued: false as const }, notices);
      },
    },
  }),
  route({
    ...replacing,
    path: '/leads',
    summary: 'Replace a lead that the body names',
    example: {
      id: exampleLeadId,
      firstName: 'Edsger',
      lastName: 'Dijkstra',
      email: 'edsger@example.com',
      companyName: 'Analytical Engines',
      tier: 'high',
    },
  }),
  route({
    ...patching,
    path: '/leads',
    summary: 'Change fields of a lead that the body names',
    example: { id: exampleLeadId, stage: 'qualified', crmData: { owner: 'Sam' } },
  }),
  route({
    method: 'get',
    path: '/leads/:id',
    kind: 'read',
    scope: 'leads:read',
    summary: 'Fetch a single lead',
    hints: {
      INVALID: 'Send the id in the path, such as /leads/rp_…, and no parameters.',
      NOT_FOUND: missingLead,
    },
    params: WireLeadId,
    reply: WireLeadEnvelope,
    operation: LeadDocument,
    variables: ({ params }) => ({ id: toGraphLeadId(params.id) }),
    present: presentLead,
  }),
  route({
    ...replacing,
    path: '/leads/:id',
    name: 'ReplaceNamedLead',
    summary: 'Replace a lead',
    params: WireLeadId,
    example: {
      firstName: 'Alan',
      lastName: 'Turing',
      email: 'alan@example.com',
      companyName: 'Analytical Engines',
      tier: 'high',
    },
  }),
  route({
    ...patching,
    path: '/leads/:id',
    name: 'UpdateNamedLead',
    summary: 'Change fields of a lead',
    params: WireLeadId,
    example: { stage: 'qualified', crmData: { owner: 'Sam' } },
  }),
];
