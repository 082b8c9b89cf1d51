import type { Job } from '../src/db/generated/prisma/client.ts';
import { cancelJob } from '../src/domain/background/cancel-job.ts';
import { type JobKind, jobKinds } from '../src/domain/background/kinds.ts';
import { listJobs } from '../src/domain/background/list-jobs.ts';
import { retryJob } from '../src/domain/background/retry-job.ts';
import { toGlobalId } from '../src/ids.ts';
import { mapValues } from '../src/map-values.ts';
import { builder } from './builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './builder/connection.ts';
import { enumOf } from './builder/enums.ts';
import { fresh } from './builder/fresh.ts';
import { rowIdOf } from './builder/global-id.ts';
import { NodeRef } from './builder/refs.ts';
import { JobState } from '../src/db/generated/prisma/enums.ts';

const JobStateEnum = enumOf('JobState', 'How far a job has come.', JobState, {
  WAITING: 'To be begun, for the first time or again.',
  RUNNING: 'Under way.',
  SUCCEEDED: 'Done.',
  DEAD: 'It failed too often, or for a reason that stays; it can be retried.',
  CANCELLED: 'Somebody cancelled it before it was begun.',
});

const JobKindEnum = builder.enumType('JobKind', {
  description: 'What a job does.',
  values: mapValues<JobKind, { about: string }, { description: string }>(jobKinds, ({ about }) => ({
    description: about,
  })),
});

export const JobRef = builder.objectRef<Job>('Job').implement({
  description:
    'Something that the product does by itself, behind a request: at least once, again where it failed, until it is done or dead.',
  extensions: fresh('operational'),
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Job', id) }),
    kind: t.exposeString('kind', { description: 'What it does, as `JobKind` has it; a later version may know more.' }),
    state: t.field({ type: JobStateEnum, description: 'How far it has come.', resolve: ({ state }) => state }),
    attempts: t.exposeInt('attempts', { description: 'How often it was begun.' }),
    maxAttempts: t.exposeInt('maxAttempts', { description: 'After so many that failed it is dead.' }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is to be begun; null where it does not wait.',
      resolve: ({ state, runAt }) => (state === 'WAITING' ? runAt : null),
    }),
    startedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last begun.',
      resolve: ({ startedAt }) => startedAt,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its latest attempt ended.',
      resolve: ({ finishedAt }) => finishedAt,
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Why the latest attempt failed, as a sentence; null where none did.',
    }),
    result: t.field({ type: 'JSON', nullable: true, description: 'What came of it.', resolve: ({ result }) => result }),
    subjectId: t.id({
      nullable: true,
      description: 'The id of what it is about, such as a task.',
      resolve: ({ subjectId }) => subjectId,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was asked for.',
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
});

const JobConnection = connectionType(JobRef, 'Job');

builder.queryField('jobs', (t) =>
  t.field({
    type: JobConnection,
    description:
      'What the product does by itself for the workspace, newest first. What is over is kept for 30 days. Needs `audit:read`.',
    extensions: fresh('operational'),
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      state: t.arg({ type: JobStateEnum, description: 'In this state.' }),
      kind: t.arg({ type: JobKindEnum, description: 'Of this kind.' }),
      subjectId: t.arg.id({ description: 'About what has this id, such as a task.' }),
    },
    resolve: async (_, { state, kind, subjectId, ...page }, context) =>
      toConnection('Job', await listJobs(context, { state, kind, subjectId }, toPageInput('Job', page))),
  }),
);

const payload = (name: string, description: string) =>
  builder.objectRef<{ job: Job }>(name).implement({
    description,
    fields: (t) => ({ job: t.field({ type: JobRef, description: 'The job.', resolve: ({ job }) => job }) }),
  });

builder.mutationFields((t) => ({
  retryJob: t.field({
    type: payload('RetryJobPayload', 'The job that is begun again.'),
    description:
      'Has a job begun now: one that is dead or was cancelled with all its attempts anew, one that waits ahead of its time. One that runs or succeeded is CONFLICT. Needs `automation:write`, and a key that is locked to no business.',
    args: { id: t.arg.id({ required: true, description: 'The job’s id.' }) },
    resolve: async (_, { id }, context) => ({ job: await retryJob(context, rowIdOf('Job', id)) }),
  }),
  cancelJob: t.field({
    type: payload('CancelJobPayload', 'The job that was cancelled.'),
    description:
      'Keeps a job that waits from being begun, and cancels the task that it carries out. The same again changes nothing; one that runs or is over is CONFLICT. Needs `automation:write`, and a key that is locked to no business.',
    args: { id: t.arg.id({ required: true, description: 'The job’s id.' }) },
    resolve: async (_, { id }, context) => ({ job: await cancelJob(context, rowIdOf('Job', id)) }),
  }),
}));
