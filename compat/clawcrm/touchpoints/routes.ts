import { base, missingLead } from '../base.ts';
import { notFound } from '../../../src/errors.ts';
import { leadStatusWords } from '../../lead-mapping.ts';
import { route, type Route } from '../../route/route.ts';
import { effectNotices } from '../campaigns/effect-notices.ts';
import { type Notices, succeed } from '../envelope.ts';
import {
  LeadTouchpointsDocument,
  RecordTouchpointDocument,
  type RecordTouchpointMutation,
  TouchpointDocument,
  type TouchpointRowFragment,
} from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId, toGraphLeadId } from '../ids.ts';
import { carriedNotice } from '../leads/notices.ts';
import { readAgain } from '../read-again.ts';
import { nextPageStep } from '../paging.ts';
import {
  toClawcrmTouchpoint,
  toTouchpointType,
  touchpointTypes,
  WireNewTouchpoint,
  WireTouchpointList,
  WireTouchpointMade,
  WireTouchpointQuery,
} from './wire.ts';

const path = '/touchpoints';

const types = `type is one of ${touchpointTypes.join(', ')}.`;

const made = (touchpoint: TouchpointRowFragment, notices: Notices = {}) =>
  succeed({ id: touchpoint.id, touchpoint: toClawcrmTouchpoint(touchpoint) }, notices);

type Recorded = RecordTouchpointMutation['recordTouchpoint'];

/** Whether it is the contact itself that gave the lead its status, and no stage into which a rule moved it. */
const isHeard = ({ lead, touchpoint }: Recorded) => lead.status === 'REPLIED' && touchpoint.type === 'REPLY';

/** What rules and campaigns made of it, and which. */
function outcome(recorded: Recorded): Notices {
  const { lead: after, previousStatus, touchpoint, automationRuns: runs, campaignEffects } = recorded;
  const changed = previousStatus !== null;
  const effects = effectNotices(campaignEffects);
  const lead = `GET ${base}/leads/${fromGraphLeadId(touchpoint.leadId)}`;
  return {
    warnings: [
      ...(changed && isHeard(recorded)
        ? [`The lead answered: its status is ${leadStatusWords[after.status]} now.`]
        : []),
      ...runs.map(({ description, ruleId }) => `${description} The rule’s id is ${ruleId}.`),
      ...(changed && !isHeard(recorded) ? carriedNotice(after) : []),
      ...effects.warnings,
    ],
    nextSteps: [...(runs.length > 0 ? [`${lead} shows the lead as it is now`] : []), ...effects.nextSteps],
  };
}

/** Section "Touchpoints". */
export const touchpointRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'The history of contacts with a lead',
    description: 'The latest to take place first, whenever it was recorded.',
    hints: {
      INVALID: `Send \`leadId\`, and optionally \`type\`, \`limit\`, \`offset\`; ${types}`,
      NOT_FOUND: missingLead,
    },
    query: WireTouchpointQuery,
    reply: WireTouchpointList,
    operation: LeadTouchpointsDocument,
    variables: ({ query: { leadId, type, limit, offset } }) => ({
      leadId: toGraphLeadId(leadId),
      first: limit,
      offset,
      type: toTouchpointType(type),
    }),
    present({ lead }, { query }) {
      if (!lead?.touchpoints) throw notFound('lead');
      const { nodes, totalCount: total } = lead.touchpoints;
      const { limit, offset } = query;
      const nextSteps = nextPageStep(`${base}/touchpoints`, query, total);
      return succeed({ touchpoints: nodes.map(toClawcrmTouchpoint), total, limit, offset }, { nextSteps });
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'leads:write',
    status: 201,
    summary: 'Log a contact with a lead',
    description: 'In either direction. Automation rules and campaigns that wait for its type act before this answers.',
    hints: {
      INVALID: `Send \`leadId\` and \`type\`, and optionally \`channel\`, \`summary\`, \`metadata\`, \`occurredAt\` (not in the future, from 2000 on); ${types}`,
      NOT_FOUND: missingLead,
    },
    body: WireNewTouchpoint,
    example: { leadId: exampleLeadId, type: 'call', summary: 'Asked for a quote.' },
    reply: WireTouchpointMade,
    operation: RecordTouchpointDocument,
    variables: ({ body: { leadId, type, ...fields } }) => ({
      input: { ...fields, leadId: toGraphLeadId(leadId), type: toTouchpointType(type) },
    }),
    present: ({ recordTouchpoint }) => made(recordTouchpoint.touchpoint, outcome(recordTouchpoint)),
    rebuild: readAgain({ type: 'Touchpoint', operation: TouchpointDocument, scope: 'leads:read', present: made }),
  }),
];
