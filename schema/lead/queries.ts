import { findLead } from '../../src/domain/leads/find-lead.ts';
import { listLeads } from '../../src/domain/leads/list-leads.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, leadsComplexity, pageArgs, toConnection, toPageInput } from '../builder/connection.ts';
import { findRowId, referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { LeadFilterInput } from './input.ts';
import { LeadRef } from '../builder/refs.ts';

export const LeadConnection = connectionType(LeadRef, 'Lead');

builder.queryFields((t) => ({
  lead: t.field({
    type: LeadRef,
    nullable: true,
    description: 'One lead; null where there is none of that id. Needs `leads:read`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => findLead(context, rowIdOf('Lead', id)),
  }),
  leads: t.field({
    type: LeadConnection,
    description: 'Leads, newest first. Needs `leads:read`.',
    complexity: leadsComplexity,
    args: {
      ...pageArgs(t.arg),
      offset: t.arg.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
      filter: t.arg({ type: LeadFilterInput, description: 'Which leads.' }),
    },
    resolve: async (_, { filter, ...page }, context) => {
      const rows = {
        ...filter,
        widgetId: referencedRowId('Widget', 'widgetId', filter?.widgetId),
        businessId: referencedRowId('Business', 'businessId', filter?.businessId),
        conversationId: referencedRowId('Conversation', 'conversationId', filter?.conversationId),
        assignedToId: referencedRowId('Member', 'assignedToId', filter?.assignedToId),
        stage: filter?.stage && (findRowId('Stage', filter.stage) ?? filter.stage),
      };
      return toConnection('Lead', await listLeads(context, rows, toPageInput('Lead', page)), page.after);
    },
  }),
}));
