import { Prisma } from '../../src/db/generated/prisma/client.ts';
import { createRowQueries } from '../builder/row-query.ts';

/** By which its lists know whether it is gone. */
const gone = ['deletedAt'] as const;

const stage = {
  columns: Prisma.StageScalarFieldEnum,
  others: { leadCount: [] },
  always: ['id'],
} as const;

export const leadQueries = createRowQueries({
  columns: Prisma.LeadScalarFieldEnum,
  others: {
    name: ['firstName', 'lastName'],
    bant: ['bantBudget', 'bantAuthority', 'bantNeed', 'bantTimeline'],
    confidenceLabel: ['confidenceScore'],
    stage: ['stageId'],
    business: ['businessId'],
    widget: ['widgetId'],
    assignedTo: ['assignedToId'],
    conversation: ['conversationId'],
    tasks: gone,
    notes: gone,
    touchpoints: gone,
    enrolments: gone,
    meetings: gone,
    automationRuns: gone,
  },
  references: { stage },
  always: ['id'],
});

/** Also of those below a lead. Cursors of the order by when they are due hold that. */
export const taskQueries = createRowQueries({
  columns: Prisma.TaskScalarFieldEnum,
  others: { lead: ['leadId'], conversation: ['conversationId'], widget: ['widgetId'], business: ['businessId'] },
  always: ['id', 'dueAt'],
});
