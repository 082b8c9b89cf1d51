import { findLead } from '../../src/domain/leads/find-lead.ts';
import { listLeads } from '../../src/domain/leads/list/list-leads.ts';
import { builder } from '../builder/builder.ts';
import {
  connectionType,
  leadsComplexity,
  pageArgs,
  toConnection,
  readPage,
  toPageInput,
} from '../builder/connection.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { LeadFilterInput, LeadOrderInput, toFilterRows } from './filter.ts';
import { LeadRef } from '../builder/refs.ts';
import { leadQueries } from './reads.ts';

export const LeadConnection = connectionType(LeadRef, 'Lead', 'in the order asked for');

builder.queryFields((t) => ({
  lead: t.field({
    type: LeadRef,
    nullable: true,
    description: 'One lead; null where there is none of that id. Needs `leads:read`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context, info) => findLead(context, rowIdOf('Lead', id), leadQueries.ofRow(info)),
  }),
  leads: t.field({
    type: LeadConnection,
    description:
      'Leads, newest first unless `orderBy` says otherwise. A lead that stays where it is in the order while pages are read is met exactly once; one that is moved by a change may be met again or not at all. Needs `leads:read`.',
    complexity: leadsComplexity,
    args: {
      ...pageArgs(t.arg),
      offset: t.arg.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
      filter: t.arg({ type: LeadFilterInput, description: 'Which leads.' }),
      orderBy: t.arg({ type: LeadOrderInput, description: 'In which order; the newest first by default.' }),
    },
    resolve: async (_, { filter, orderBy, ...args }, context, info) => {
      const rows = toFilterRows(filter);
      const byTime = !orderBy || orderBy.field === 'CREATED_AT';
      const page = byTime ? toPageInput('Lead', args) : readPage(args);
      const query = leadQueries.ofConnection(info);
      return toConnection('Lead', await listLeads(context, rows, page, orderBy ?? undefined, query));
    },
  }),
}));
