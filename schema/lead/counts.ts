import {
  countLeadsBy,
  type LeadCount,
  type LeadGroup,
  mostSources,
} from '../../src/domain/leads/list/count-leads-by.ts';
import { builder } from '../builder/builder.ts';
import { LeadFilterInput, toFilterRows } from './filter.ts';
import { countsComplexity } from '../builder/connection.ts';

const LeadGroupEnum = builder.enumType('LeadGroup', {
  description: 'What leads are counted by.',
  values: {
    STAGE: { description: 'Every stage, in the order of the pipeline; the key is the stage’s.' },
    STATUS: { description: 'Every status, in the order of `LeadStatus`.' },
    SOURCE: { description: `The sources that leads came from, that of most leads first: ${mostSources} at most.` },
    TIER: { description: 'Every tier, then `NONE` for leads without one.' },
  } as const satisfies Record<LeadGroup, object>,
});

const LeadCountRef = builder.objectRef<LeadCount>('LeadCount').implement({
  description: 'How many leads there are of one kind.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'What tells the kind: the key of a stage, a status, a source or a tier, to filter by.',
    }),
    label: t.exposeString('label', { description: 'What people call it: the name of a stage, NEW as New.' }),
    count: t.exposeInt('count', { description: 'How many; 0 where there is none.' }),
  }),
});

builder.queryField('leadCounts', (t) =>
  t.field({
    type: [LeadCountRef],
    description:
      'How many leads there are of each stage, status, source or tier, for the columns of a board: those that `leads` lists with the same filter. Needs `leads:read`.',
    complexity: countsComplexity,
    args: {
      by: t.arg({ type: LeadGroupEnum, required: true, description: 'What they are counted by.' }),
      filter: t.arg({ type: LeadFilterInput, description: 'Which leads.' }),
    },
    resolve: (_, { by, filter }, context) => countLeadsBy(context, by, toFilterRows(filter)),
  }),
);
