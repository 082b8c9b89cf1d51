import type { Playbook } from '../src/db/generated/prisma/client.ts';
import { createPlaybook } from '../src/domain/playbooks/create-playbook.ts';
import { deletePlaybook } from '../src/domain/playbooks/delete-playbook.ts';
import { listPlaybooks } from '../src/domain/playbooks/list-playbooks.ts';
import { type PlaybookStep, readSteps } from '../src/domain/playbooks/playbook-steps.ts';
import { type Recommendation, recommendPlaybook } from '../src/domain/playbooks/recommend-playbook.ts';
import { updatePlaybook } from '../src/domain/playbooks/update-playbook.ts';
import { builder } from './builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './builder/connection.ts';
import { LeadTierEnum } from './builder/enums.ts';
import { fresh } from './builder/fresh.ts';
import { toGlobalId } from '../src/ids.ts';
import { findRowId, rowIdOf } from './builder/global-id.ts';
import { NodeRef, PlaybookRef } from './builder/refs.ts';

const PlaybookStepRef = builder.objectRef<PlaybookStep>('PlaybookStep').implement({
  description: 'One thing to do for a lead.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What to do.' }),
    instructions: t.exposeString('instructions', { description: 'How to do it.' }),
    channel: t.exposeString('channel', { nullable: true, description: 'By which way: email, phone or the like.' }),
    waitDays: t.exposeInt('waitDays', { description: 'Days to let pass after the contact before: 0 to 365.' }),
  }),
});

PlaybookRef.implement({
  description: 'What to do with leads of a tier in a stage, step by step.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Playbook', id) }),
    name: t.exposeString('name', { description: 'What people call it; unique in a workspace.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it is good for.' }),
    tier: t.field({
      type: LeadTierEnum,
      nullable: true,
      description: 'The tier of leads it is for; null is any.',
      resolve: ({ tier }) => tier,
    }),
    stageKey: t.exposeString('stageKey', {
      nullable: true,
      description: 'The key of the stage it is for, which need not be in the pipeline; null is any.',
    }),
    steps: t.field({
      type: [PlaybookStepRef],
      description: 'What to do, in order: 1 to 20 steps.',
      resolve: ({ steps }) => readSteps(steps),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});

const PlaybookConnection = connectionType(PlaybookRef, 'Playbook');

const NextStepRef = builder.objectRef<NonNullable<Recommendation['nextStep']>>('PlaybookNextStep').implement({
  description: 'The step of a playbook that comes next for a lead.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its place in the playbook, from 1.' }),
    step: t.field({ type: PlaybookStepRef, description: 'What to do.', resolve: ({ step }) => step }),
    dueAt: t.field({ type: 'DateTime', description: 'The earliest time for it.', resolve: ({ dueAt }) => dueAt }),
    isDue: t.exposeBoolean('isDue', { description: 'Whether that time has come.' }),
  }),
});

const RecommendationRef = builder.objectRef<Recommendation>('PlaybookRecommendation').implement({
  description: 'What to do for a lead as it stands.',
  fields: (t) => ({
    playbook: t.field({
      type: PlaybookRef,
      nullable: true,
      description: 'The playbook that fits best: one for its stage before one for its tier; null where none does.',
      resolve: ({ playbook }) => playbook,
    }),
    reason: t.exposeString('reason', { description: 'Why, in sentences.' }),
    nextStep: t.field({
      type: NextStepRef,
      nullable: true,
      description:
        'What comes next: each contact of ours since the lead’s own last move is a step taken. Null where every step was.',
      resolve: ({ nextStep }) => nextStep,
    }),
    suggestedAction: t.exposeString('suggestedAction', { description: 'What to do now, in a sentence.' }),
  }),
});

const PlaybookFilterInput = builder.inputType('PlaybookFilter', {
  description: 'Which playbooks to list. Every field given must hold.',
  fields: (t) => ({
    tier: t.field({ type: LeadTierEnum, description: 'For leads of this tier, or of any.' }),
    stage: t.string({
      description: 'For leads in this stage, or in any: its id, key or name. One there is not finds nothing.',
    }),
  }),
});

builder.queryFields((t) => ({
  playbooks: t.field({
    type: PlaybookConnection,
    description: 'Playbooks, newest first: at most 100 in a workspace. Needs `leads:read`.',
    complexity: pageComplexity,
    args: { ...pageArgs(t.arg), filter: t.arg({ type: PlaybookFilterInput, description: 'Which playbooks.' }) },
    resolve: async (_, { filter, ...page }, context) => {
      const stage = filter?.stage && (findRowId('Stage', filter.stage) ?? filter.stage);
      const found = await listPlaybooks(context, { ...filter, stage }, toPageInput('Playbook', page));
      return toConnection('Playbook', found);
    },
  }),
  recommendPlaybook: t.field({
    type: RecommendationRef,
    description: 'What to do for a lead; NOT_FOUND where it is not there. Needs `leads:read`.',
    extensions: fresh('clock'),
    args: { leadId: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { leadId }, context) => recommendPlaybook(context, rowIdOf('Lead', leadId)),
  }),
}));

const PlaybookStepInput = builder.inputType('PlaybookStepInput', {
  description: 'One thing to do for a lead.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What to do: 1 to 200 characters.' }),
    instructions: t.string({ required: true, description: 'How to do it: 1 to 2,000 characters.' }),
    channel: t.string({ description: 'By which way: email, phone or the like. Up to 50 characters.' }),
    waitDays: t.int({ description: 'Days to let pass after the contact before: 0 to 365, 0 by default.' }),
  }),
});

const CreatePlaybookInput = builder.inputType('CreatePlaybookInput', {
  description: 'A new playbook.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters, unique in the workspace.' }),
    description: t.string({ description: 'What it is good for. Up to 2,000 characters.' }),
    tier: t.field({ type: LeadTierEnum, description: 'The tier of leads it is for; any by default.' }),
    stageKey: t.string({ description: 'The key of the stage it is for; any by default. It need not be there.' }),
    steps: t.field({ type: [PlaybookStepInput], required: true, description: '1 to 20, in order.' }),
  }),
});

const UpdatePlaybookInput = builder.inputType('UpdatePlaybookInput', {
  description: 'What to change of a playbook. An absent field stays; null clears one that may be empty.',
  fields: (t) => ({
    name: t.string({ description: '1 to 200 characters, unique in the workspace.' }),
    description: t.string({ description: 'What it is good for. Up to 2,000 characters.' }),
    tier: t.field({ type: LeadTierEnum, description: 'The tier of leads it is for; null is any.' }),
    stageKey: t.string({ description: 'The key of the stage it is for; null is any. It need not be there.' }),
    steps: t.field({ type: [PlaybookStepInput], description: '1 to 20, in order: they replace the ones there are.' }),
  }),
});

const payload = (name: string, verb: string) =>
  builder.objectRef<{ playbook: Playbook }>(name).implement({
    description: `The playbook that was ${verb}.`,
    fields: (t) => ({
      playbook: t.field({ type: PlaybookRef, description: 'The playbook.', resolve: ({ playbook }) => playbook }),
    }),
  });

const playbookId = { required: true, description: 'The playbook’s id.' } as const;

builder.mutationFields((t) => ({
  createPlaybook: t.field({
    type: payload('CreatePlaybookPayload', 'made'),
    description:
      'Adds a playbook; CONFLICT for a name there is. Needs `pipeline:write`, and a key that is locked to no business.',
    args: { input: t.arg({ type: CreatePlaybookInput, required: true, description: 'The new playbook.' }) },
    resolve: async (_, { input }, context) => ({ playbook: await createPlaybook(context, input) }),
  }),
  updatePlaybook: t.field({
    type: payload('UpdatePlaybookPayload', 'changed'),
    description:
      'Changes a playbook; CONFLICT for a name there is. Needs `pipeline:write`, and a key that is locked to no business.',
    args: {
      id: t.arg.id(playbookId),
      input: t.arg({ type: UpdatePlaybookInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input: { name, steps, ...nullable } }, context) => ({
      playbook: await updatePlaybook(context, rowIdOf('Playbook', id), {
        ...nullable,
        name: name ?? undefined,
        steps: steps ?? undefined,
      }),
    }),
  }),
  deletePlaybook: t.field({
    type: payload('DeletePlaybookPayload', 'removed'),
    description:
      'Removes a playbook for good; NOT_FOUND the second time. Needs `pipeline:write`, and a key that is locked to no business.',
    args: { id: t.arg.id(playbookId) },
    resolve: async (_, { id }, context) => ({ playbook: await deletePlaybook(context, rowIdOf('Playbook', id)) }),
  }),
}));
