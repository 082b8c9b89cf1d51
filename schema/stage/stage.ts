import type { Stage } from '../../src/db/generated/prisma/client.ts';
import type { Planned } from '../../src/domain/plan.ts';
import { createStage } from '../../src/domain/stages/create-stage.ts';
import { type DeletedStage, deleteStage } from '../../src/domain/stages/delete-stage.ts';
import { listStages } from '../../src/domain/stages/list-stages.ts';
import { updateStage } from '../../src/domain/stages/update-stage.ts';
import { builder } from '../builder/builder.ts';
import { effectsField } from '../campaign/effect.ts';
import { LeadStatusEnum } from '../builder/enums.ts';
import { findRowId, rowIdOf } from '../builder/global-id.ts';
import { dryRunHelp, planField } from '../builder/plan.ts';
import { StageRef } from '../workspace/type.ts';
import { stoppedFields } from './stopped.ts';

builder.queryField('stages', (t) =>
  t.field({
    type: [StageRef],
    description: 'The pipeline, in order: at most 100 stages. Needs `leads:read`.',
    resolve: (_, __, context) => listStages(context),
  }),
);

const statusHelp = 'What a lead becomes that moves into it, unless the same write says otherwise; null is nothing.';

const CreateStageInput = builder.inputType('CreateStageInput', {
  description: 'A new stage.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: '1 to 100 characters. CONFLICT where a stage is found by it already.',
    }),
    order: t.int({ description: 'Its place in the pipeline, 0 to 10,000; behind the last stage by default.' }),
    isDefault: t.boolean({ description: 'Whether leads that name no stage begin here from now on.' }),
    status: t.field({ type: LeadStatusEnum, description: statusHelp }),
  }),
});

const UpdateStageInput = builder.inputType('UpdateStageInput', {
  description: 'What to change of a stage. An absent field stays.',
  fields: (t) => ({
    name: t.string({ description: '1 to 100 characters. The key follows the name, and playbooks for it the key.' }),
    order: t.int({ description: 'Its place in the pipeline, 0 to 10,000.' }),
    isDefault: t.boolean({
      description: 'True makes it the default stage. False is a CONFLICT for the one that is it.',
    }),
    status: t.field({ type: LeadStatusEnum, description: `${statusHelp} Leads that are in it keep theirs.` }),
  }),
});

/** The object a mutation answers: the stage it changed. */
const payload = (name: string, description: string) =>
  builder.objectRef<{ stage: Stage }>(name).implement({
    description,
    fields: (t) => ({ stage: t.field({ type: StageRef, description: 'The stage.', resolve: ({ stage }) => stage }) }),
  });

const DeleteStagePayload = builder.objectRef<Planned<DeletedStage>>('DeleteStagePayload').implement({
  description: 'The stage that was deleted, and what became of its leads.',
  fields: (t) => ({
    stage: t.field({ type: StageRef, description: 'The stage as it was.', resolve: ({ stage }) => stage }),
    movedTo: t.field({ type: StageRef, description: 'Where its leads are now.', resolve: ({ movedTo }) => movedTo }),
    movedLeads: t.exposeInt('movedLeads', { description: 'How many leads that was; deleted ones do not count.' }),
    ...stoppedFields(t),
    campaignEffects: effectsField(t),
    plan: planField(t),
  }),
});

builder.mutationFields((t) => ({
  createStage: t.field({
    type: payload('CreateStagePayload', 'The stage that was made.'),
    description: 'Adds a stage to the pipeline, which holds at most 100. Needs `pipeline:write` and no business lock.',
    args: { input: t.arg({ type: CreateStageInput, required: true, description: 'The new stage.' }) },
    resolve: async (_, { input }, context) => ({ stage: await createStage(context, input) }),
  }),
  updateStage: t.field({
    type: payload('UpdateStagePayload', 'The stage that was changed.'),
    description:
      'Changes a stage. A change to what is already there does nothing. Needs `pipeline:write` and no business lock.',
    args: {
      id: t.arg.id({ required: true, description: 'The stage’s id.' }),
      input: t.arg({ type: UpdateStageInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => {
      const fields = { name: input.name ?? undefined, order: input.order ?? undefined };
      const isDefault = input.isDefault ?? undefined;
      return {
        stage: await updateStage(context, rowIdOf('Stage', id), { ...fields, isDefault, status: input.status }),
      };
    },
  }),
  deleteStage: t.field({
    type: DeleteStagePayload,
    description:
      'Deletes a stage. Its leads move, with their events, in as many writes as that takes; the stage goes in the last one, so doing it again finishes what broke off. Rules and sync sources that refer to it are switched off. The last stage is a CONFLICT. Needs `pipeline:write` and no business lock.',
    args: {
      id: t.arg.id({ required: true, description: 'The stage’s id.' }),
      moveTo: t.arg.string({
        description:
          'The id, key or name of the stage its leads move to; the default one by default. Where the default stage goes, this one becomes it, or else the first of the others.',
      }),
      dryRun: t.arg.boolean({
        description: `${dryRunHelp} CONFLICT for a stage of more than 1,000 leads.`,
      }),
    },
    resolve: (_, { id, moveTo, dryRun }, context) => {
      const to = moveTo && (findRowId('Stage', moveTo) ?? moveTo);
      return deleteStage(context, rowIdOf('Stage', id), to, dryRun ?? false);
    },
  }),
}));
