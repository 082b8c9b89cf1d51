import type { ObjectFieldBuilder } from '@pothos/core';
import type { Plan } from '../../src/domain/plan.ts';
import { builder, type Types } from './builder.ts';
import { EventTypeEnum } from './enums.ts';

const PlannedEventsRef = builder.objectRef<Plan['events'][number]>('PlannedEvents').implement({
  description: 'Events of one type that a change would fire.',
  fields: (t) => ({
    type: t.field({ type: EventTypeEnum, description: 'Their type.', resolve: ({ type }) => type }),
    count: t.exposeInt('count', { description: 'How many of them.' }),
  }),
});

const PlanRef = builder.objectRef<Plan>('Plan').implement({
  description:
    'What a change would do if it were made now, found out by making it and undoing it: nothing was written, no event fired, nothing posted or sent.',
  fields: (t) => ({
    count: t.exposeInt('count', {
      description:
        'How many would change: leads of a bulk change, of a stage that goes or to be enriched, a lead that would be made, deliveries of a replay, leads that a campaign starts for; of a workspace that is set up, its leads, stages, rules, sync sources and profile.',
    }),
    events: t.field({
      type: [PlannedEventsRef],
      description:
        'The events that would be fired, in the order of their first. None are told of for an enrichment: what is found decides.',
      resolve: ({ events }) => [...events],
    }),
  }),
});

/** What was planned, of a mutation that takes `dryRun`. */
export const planField = <Row extends { readonly plan: Plan | null }>(t: ObjectFieldBuilder<Types, Row>) =>
  t.field({
    type: PlanRef,
    nullable: true,
    description: 'With `dryRun`, what would be done; null where it was done.',
    resolve: ({ plan }) => plan,
  });

export const dryRunHelp =
  'Whether to find out what this would do, and do nothing: it answers `plan`, and the rest as it would be, whose new ids name nothing. It refuses what the change would refuse.';
