import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { type Answers, readAnswersOverTime } from '../../src/domain/analytics/over-time/answers.ts';
import { type Deliveries, readDeliveriesOverTime } from '../../src/domain/analytics/over-time/deliveries.ts';
import {
  firstMessages,
  type FirstResponses,
  readFirstResponses,
  type Waits,
} from '../../src/domain/analytics/over-time/first-responses.ts';
import { type LeadsByStage, readLeadsOverTime } from '../../src/domain/analytics/over-time/leads.ts';
import { type BucketSize, mostBuckets, type OverTime } from '../../src/domain/analytics/over-time/span.ts';
import { builder, type Types } from '../builder/builder.ts';
import { fresh } from '../builder/fresh.ts';
import { ByStageRef } from './figures.ts';

type Ref<Shape> = ObjectRef<Types, Shape, Shape>;
type Piece<Figures> = Figures & { readonly at: Date };

const BucketEnum = builder.enumType('TimeBucket', {
  description: 'The size of the pieces that a time is told in, all in UTC.',
  values: {
    HOUR: { value: 'hour', description: 'Hours.' },
    DAY: { value: 'day', description: 'Days.' },
    WEEK: { value: 'week', description: 'Weeks, which begin on Mondays.' },
    MONTH: { value: 'month', description: 'Calendar months.' },
  } as const satisfies Record<Uppercase<BucketSize>, { value: BucketSize; description: string }>,
});

const spanArgs = (arg: ArgBuilder<Types>) => ({
  from: arg({
    type: 'DateTime',
    description: `When it begins: the piece this instant is in is told as a whole, at most ${mostBuckets} pieces; 30 by default.`,
  }),
  to: arg({ type: 'DateTime', description: 'When it ends; now by default.' }),
  bucket: arg({ type: BucketEnum, description: 'The size of its pieces; days by default.' }),
});

const at = 'When it begins.';

function series<Figures>(name: string, description: string, bucket: Ref<Piece<Figures>>): Ref<OverTime<Figures>> {
  return builder.objectRef<OverTime<Figures>>(name).implement({
    description,
    fields: (t) => ({
      since: t.field({
        type: 'DateTime',
        description: 'When the first piece answered begins.',
        resolve: ({ since }) => since,
      }),
      until: t.field({ type: 'DateTime', description: 'When the last one ends.', resolve: ({ until }) => until }),
      isCut: t.boolean({
        description: 'Whether there was more than is read at once, so that the earliest pieces are left out.',
        resolve: ({ isCut }) => isCut,
      }),
      buckets: t.field({
        type: [bucket],
        description: 'Every piece, the oldest first.',
        resolve: ({ buckets }) => [...buckets],
      }),
    }),
  });
}

const AnswersRef = builder.objectRef<Piece<Answers>>('AnswersInTime').implement({
  description: 'How much was written to visitors in a piece of time.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: at }),
    byAi: t.exposeInt('byAi', { description: 'Messages of the AI.' }),
    byPerson: t.exposeInt('byPerson', { description: 'Messages of people.' }),
  }),
});

const WaitsRef = builder.objectRef<Waits>('FirstResponseTimes').implement({
  description: 'How long visitors waited for the first answer, from their first message on.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many were answered.' }),
    medianSeconds: t.exposeFloat('medianSeconds', {
      nullable: true,
      description: 'Half of them waited no longer, in seconds; null where none was answered.',
    }),
    ninetiethSeconds: t.exposeFloat('ninetiethSeconds', {
      nullable: true,
      description: 'Nine of ten waited no longer, in seconds; null where none was answered.',
    }),
  }),
});

const FirstResponsesRef = builder.objectRef<Piece<FirstResponses>>('FirstResponsesInTime').implement({
  description: 'How soon the conversations that began in a piece of time were answered.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: at }),
    conversations: t.exposeInt('conversations', { description: 'How many began.' }),
    byAi: t.field({ type: WaitsRef, description: 'Answered by the AI.', resolve: ({ byAi }) => byAi }),
    byPerson: t.field({ type: WaitsRef, description: 'Answered by a person.', resolve: ({ byPerson }) => byPerson }),
  }),
});

const LeadsRef = builder.objectRef<Piece<LeadsByStage>>('LeadsInTime').implement({
  description: 'In which stages the leads that are there now were as a piece of time ended.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: at }),
    byStage: t.field({
      type: [ByStageRef],
      description: 'The whole pipeline in its order.',
      resolve: ({ byStage }) => [...byStage],
    }),
    elsewhere: t.exposeInt('elsewhere', { description: 'Leads that were in a stage that is gone.' }),
  }),
});

const DeliveriesRef = builder.objectRef<Piece<Deliveries>>('DeliveriesInTime').implement({
  description: 'How the webhook deliveries went that were made in a piece of time.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: at }),
    succeeded: t.exposeInt('succeeded', { description: 'Taken by their receivers.' }),
    pending: t.exposeInt('pending', { description: 'On their way.' }),
    dead: t.exposeInt('dead', { description: 'Given up.' }),
    successRate: t.float({
      nullable: true,
      description: 'Those taken of those that came to an end, 0 to 1; null where none did.',
      resolve: ({ succeeded, dead }) => (succeeded + dead === 0 ? null : succeeded / (succeeded + dead)),
    }),
    attempts: t.exposeInt('attempts', { description: 'How often they were posted.' }),
    unanswered: t.exposeInt('unanswered', { description: 'How many of these posts got no answer.' }),
    medianMs: t.exposeFloat('medianMs', {
      nullable: true,
      description: 'Half of the posts that were answered took no longer, in milliseconds; null where none was.',
    }),
    ninetyFifthMs: t.exposeFloat('ninetyFifthMs', {
      nullable: true,
      description: 'Nineteen of twenty took no longer.',
    }),
  }),
});

const AnswersOverTime = series('AnswersOverTime', 'How much the AI and people wrote to visitors.', AnswersRef);
const FirstResponses = series('FirstResponsesOverTime', 'How soon visitors were answered.', FirstResponsesRef);
const LeadsOverTime = series('LeadsOverTime', 'In which stages leads were.', LeadsRef);
const DeliveriesOverTime = series('DeliveriesOverTime', 'How webhook deliveries went.', DeliveriesRef);

/** Each reads a bounded number of rows, which takes up to half a second of the database's. */
const complexity = 100;

builder.queryFields((t) => ({
  answersOverTime: t.field({
    type: AnswersOverTime,
    description:
      'How much the AI and people wrote to visitors, over time: in the newest 200,000 messages of that time. Needs `analytics:read` and `conversations:read`.',
    extensions: fresh('clock'),
    complexity,
    args: spanArgs(t.arg),
    resolve: (_, span, context) => readAnswersOverTime(context, span),
  }),
  firstResponsesOverTime: t.field({
    type: FirstResponses,
    description: `How long visitors waited for the first answer, over time, by when their conversations began: the newest 20,000 of that time, and the first ${firstMessages} messages of each. Needs \`analytics:read\` and \`conversations:read\`.`,
    extensions: fresh('clock'),
    complexity,
    args: spanArgs(t.arg),
    resolve: (_, span, context) => readFirstResponses(context, span),
  }),
  leadsOverTime: t.field({
    type: LeadsOverTime,
    description:
      'In which stages the leads that are there now were, over time, as the audit tells. Needs `analytics:read`.',
    extensions: fresh('clock'),
    complexity,
    args: spanArgs(t.arg),
    resolve: (_, span, context) => readLeadsOverTime(context, span),
  }),
  deliveriesOverTime: t.field({
    type: DeliveriesOverTime,
    description:
      'How webhook deliveries went and how soon their receivers answered, over time, by when they were made: the newest 50,000 of that time. Needs `analytics:read` and `webhooks:read`.',
    extensions: fresh('operational'),
    complexity,
    args: spanArgs(t.arg),
    resolve: (_, span, context) => readDeliveriesOverTime(context, span),
  }),
}));
