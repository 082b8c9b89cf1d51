import { z } from 'zod';
import type { StalledPriority } from '../../src/domain/leads/stalled/stalled-policy.ts';
import {
  listStalledLeads,
  mostStalled,
  type StalledLead,
  type StalledLeads,
} from '../../src/domain/leads/stalled/list-stalled-leads.ts';
import { overdueAfterDays } from '../../src/domain/leads/stalled/stalled-policy.ts';
import { builder } from '../builder/builder.ts';
import { SuggestedActionEnum } from './confidence.ts';
import { rowsComplexity } from '../builder/connection.ts';
import { fresh } from '../builder/fresh.ts';
import { LeadRef } from '../builder/refs.ts';

const overdue = (priority: StalledPriority) => `Overdue after ${overdueAfterDays[priority]} days without a touchpoint.`;

const StalledPriorityEnum = builder.enumType('StalledPriority', {
  description: 'How urgent it is to be in touch with a lead again.',
  values: {
    HIGH: { description: `Of tier HIGH, or of a confidence of 70 and more. ${overdue('HIGH')}` },
    MEDIUM: {
      description: `Of tier MEDIUM, of a confidence of 45 to 69, or with neither of them known. ${overdue('MEDIUM')}`,
    },
    LOW: { description: `Any other lead. ${overdue('LOW')}` },
  } as const satisfies Record<StalledPriority, object>,
});

const StalledLeadRef = builder.objectRef<StalledLead>('StalledLead').implement({
  description: 'A lead that is overdue for a contact, and what to do about it.',
  fields: (t) => ({
    lead: t.field({ type: LeadRef, description: 'The lead.', resolve: ({ lead }) => lead }),
    priority: t.field({
      type: StalledPriorityEnum,
      description: 'How urgent it is.',
      resolve: ({ priority }) => priority,
    }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'When its latest touchpoint took place, or when it was made where there is none.',
    }),
    daysSinceTouch: t.exposeInt('daysSinceTouch', { description: 'Whole days since then.' }),
    reason: t.exposeString('reason', { description: 'Why it is overdue, in a sentence.' }),
    suggestedAction: t.field({
      type: SuggestedActionEnum,
      description:
        'SEND_BREAKUP_EMAIL after 30 days; CHECK_IN_CALL for an urgent lead, one that has answered before, or one that mail does not reach; else SEND_FOLLOW_UP_EMAIL.',
      resolve: ({ suggestedAction }) => suggestedAction,
    }),
  }),
});

const StalledLeadsRef = builder.objectRef<StalledLeads>('StalledLeads').implement({
  description: 'A page of the leads that are overdue for a contact.',
  fields: (t) => ({
    totalCount: t.exposeInt('total', { description: 'How many are overdue in all, on this page or not.' }),
    nodes: t.field({
      type: [StalledLeadRef],
      description: 'The most urgent first, then those idle the longest.',
      complexity: rowsComplexity,
      resolve: ({ leads }) => [...leads],
    }),
  }),
});

const defaultLimit = 50;

builder.queryField('stalledLeads', (t) =>
  t.field({
    type: StalledLeadsRef,
    description:
      'Leads that are overdue for a contact by the clock: of status NEW, CONTACTED or REPLIED, in a stage whose name does not say won, lost or closed. A touchpoint takes a lead off the list. Needs `leads:read`.',
    extensions: fresh('clock'),
    complexity: ({ limit }: Record<string, unknown>) => ({
      field: 1,
      multiplier: typeof limit === 'number' ? limit : defaultLimit,
    }),
    args: {
      limit: t.arg.int({
        defaultValue: defaultLimit,
        description: `How many to answer, 1 to ${mostStalled}.`,
        validate: z.int().min(1, 'must be at least 1').max(mostStalled, `must be at most ${mostStalled}`).nullish(),
      }),
      offset: t.arg.int({
        defaultValue: 0,
        description: 'How many to leave out first.',
        validate: z.int().min(0, 'must be 0 or more').nullish(),
      }),
    },
    resolve: (_, { limit, offset }, context) =>
      listStalledLeads(context, { limit: limit ?? defaultLimit, offset: offset ?? 0 }),
  }),
);
