import { base } from '../base.ts';
import { route, type Route } from '../../route/route.ts';
import { succeed } from '../envelope.ts';
import { StalledLeadsDocument } from '../generated/operations.ts';
import { fromGraphLeadId } from '../ids.ts';
import { nextPageStep } from '../paging.ts';
import { toStalledLead, WireStalledList, WireStalledQuery } from './wire.ts';
import { stepFor } from './suggested-action.ts';

/** So many leads are named in `next_steps`, the most urgent ones. */
const mostSteps = 3;

/** Section "Stalled Lead Detection". */
export const stalledRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/leads/stalled',
    kind: 'read',
    scope: 'leads:read',
    summary: 'List leads that are overdue for follow-up',
    description:
      'Leads new, contacted or replied, in a stage whose name does not say won, lost or closed, that nobody was in touch with for 3, 7 or 14 days, by priority. Logging a touchpoint takes a lead off the list.',
    hints: { INVALID: 'Parameters: limit (1 to 500) and offset (0 or more); both may be left out.' },
    query: WireStalledQuery,
    reply: WireStalledList,
    operation: StalledLeadsDocument,
    variables: ({ query }) => query,
    present({ stalledLeads: { nodes, totalCount: total } }, { query }) {
      const steps = nodes
        .slice(0, mostSteps)
        .map(({ lead, suggestedAction }) => stepFor(suggestedAction, fromGraphLeadId(lead.id)));
      const nextSteps = [...steps, ...nextPageStep(`${base}/leads/stalled`, query, total)];
      return succeed({ leads: nodes.map(toStalledLead), total, ...query }, { nextSteps });
    },
  }),
];
