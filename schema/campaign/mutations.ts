import type { Campaign } from '../../src/db/generated/prisma/client.ts';
import { createCampaign, type CreatedCampaign } from '../../src/domain/campaigns/create-campaign.ts';
import { deleteCampaign, type DeletedCampaign } from '../../src/domain/campaigns/delete-campaign.ts';
import { updateCampaign } from '../../src/domain/campaigns/update-campaign.ts';
import { builder } from '../builder/builder.ts';
import { effectsField } from './effect.ts';
import { conditionInputs, stageReference } from '../automation/conditions.ts';
import { CampaignTriggerEnum } from './enums.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { CampaignRef } from '../builder/refs.ts';

const CampaignStepInput = builder.inputType('CampaignStepInput', {
  description: 'One mail of a campaign. Placeholders such as `{{firstName}}` are filled in when it is sent.',
  fields: (t) => ({
    subject: t.string({ required: true, description: 'Its subject line: 1 to 500 characters.' }),
    body: t.string({ required: true, description: 'Its text: 1 to 50,000 characters.' }),
    delayHours: t.int({
      required: true,
      description: 'Whole hours after the mail before it, or after the enrolment: 0 to 8,760.',
    }),
  }),
});

const CampaignConditionsInput = builder.inputType('CampaignConditionsInput', {
  description:
    'Which leads the trigger of a campaign enrols. Every one given must hold. A MANUAL campaign has none: INVALID.',
  fields: (t) => ({
    ...conditionInputs(t),
    toStage: t.string({
      description: 'The id, key or name of the stage a lead has just come to; with STAGE_CHANGED only.',
    }),
  }),
});

const CreateCampaignInput = builder.inputType('CreateCampaignInput', {
  description: 'A new campaign.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 200 characters.' }),
    trigger: t.field({ type: CampaignTriggerEnum, required: true, description: 'What enrols leads in it.' }),
    conditions: t.field({
      type: CampaignConditionsInput,
      description: 'Which leads its trigger enrols; every one by default.',
    }),
    aiEnabled: t.boolean({ description: 'Whether an AI is to have a hand in its mails; not by default.' }),
    aiConfig: t.field({ type: 'JSON', description: 'How: an object of at most 64 KiB.' }),
    review: t.boolean({
      description: 'Whether somebody approves each of its mails before it goes out; not by default.',
    }),
    steps: t.field({ type: [CampaignStepInput], required: true, description: 'Its mails, in order: 1 to 8.' }),
  }),
});

const UpdateCampaignInput = builder.inputType('UpdateCampaignInput', {
  description: 'What to change of a campaign. An absent field stays; null clears conditions and aiConfig.',
  fields: (t) => ({
    name: t.string({ description: '1 to 200 characters.' }),
    trigger: t.field({ type: CampaignTriggerEnum, description: 'What enrols leads in it.' }),
    conditions: t.field({
      type: CampaignConditionsInput,
      description: 'Which leads its trigger enrols: they replace the ones there are.',
    }),
    aiEnabled: t.boolean({ description: 'Whether an AI is to have a hand in its mails.' }),
    aiConfig: t.field({ type: 'JSON', description: 'How: an object of at most 64 KiB, which replaces what there is.' }),
    review: t.boolean({
      description: 'Whether somebody approves each of its mails before it goes out; mail that is queued too.',
    }),
    steps: t.field({ type: [CampaignStepInput], description: '1 to 8: they replace the ones there are.' }),
    enabled: t.boolean({ description: 'Whether leads can be enrolled in it.' }),
  }),
});

const UpdateCampaignPayload = builder.objectRef<{ campaign: Campaign }>('UpdateCampaignPayload').implement({
  description: 'The campaign that was changed.',
  fields: (t) => ({
    campaign: t.field({ type: CampaignRef, description: 'The campaign.', resolve: ({ campaign }) => campaign }),
  }),
});

const CreateCampaignPayload = builder.objectRef<CreatedCampaign>('CreateCampaignPayload').implement({
  description: 'The campaign that was made.',
  fields: (t) => ({
    campaign: t.field({ type: CampaignRef, description: 'The campaign.', resolve: ({ campaign }) => campaign }),
    campaignLimit: t.exposeInt('campaignLimit', {
      nullable: true,
      description: 'How many campaigns the plan holds; null is no limit.',
    }),
    campaignCount: t.exposeInt('campaignCount', {
      nullable: true,
      description: 'How many there are now, this one too; null without a limit.',
    }),
  }),
});

const DeleteCampaignPayload = builder.objectRef<DeletedCampaign>('DeleteCampaignPayload').implement({
  description: 'The campaign that was removed.',
  fields: (t) => ({
    campaign: t.field({ type: CampaignRef, description: 'The campaign.', resolve: ({ campaign }) => campaign }),
    campaignEffects: effectsField(t),
  }),
});

type StageReferences = {
  readonly fromStage?: string | null | undefined;
  readonly toStage?: string | null | undefined;
};

/** Stages become row ids where they are given by their global ids. */
const toRows = <Given extends StageReferences>(conditions: Given | null | undefined) =>
  conditions && {
    ...conditions,
    fromStage: stageReference(conditions.fromStage),
    toStage: stageReference(conditions.toStage),
  };

const wholeWorkspace = 'FORBIDDEN for a key that is locked to a business.';

builder.mutationFields((t) => ({
  createCampaign: t.field({
    type: CreateCampaignPayload,
    description: `Makes a campaign. Needs \`campaigns:write\`; CAMPAIGN_LIMIT_REACHED when the plan is full, ${wholeWorkspace}`,
    args: { input: t.arg({ type: CreateCampaignInput, required: true, description: 'The new campaign.' }) },
    resolve: (_, { input: { conditions, ...input } }, context) =>
      createCampaign(context, { ...input, conditions: toRows(conditions) }),
  }),
  updateCampaign: t.field({
    type: UpdateCampaignPayload,
    description: `Changes a campaign for the leads it enrols from now on; what is queued stays as it is. Needs \`campaigns:write\`; ${wholeWorkspace}`,
    args: {
      id: t.arg.id({ required: true, description: 'The campaign’s id.' }),
      input: t.arg({ type: UpdateCampaignInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => {
      const { name, trigger, conditions, aiEnabled, aiConfig, review, steps, enabled } = input;
      const campaign = await updateCampaign(context, rowIdOf('Campaign', id), {
        name: name ?? undefined,
        trigger: trigger ?? undefined,
        conditions: toRows(conditions),
        aiEnabled: aiEnabled ?? undefined,
        aiConfig,
        review: review ?? undefined,
        steps: steps ?? undefined,
        enabled: enabled ?? undefined,
      });
      return { campaign };
    },
  }),
  deleteCampaign: t.field({
    type: DeleteCampaignPayload,
    description: `Removes a campaign for good with its enrolments and the mail it has not sent, of which no event tells; what it sent stays with the leads, as mail of no campaign. CONFLICT while a cooldown of 48 hours counts from mail it sent. Needs \`campaigns:write\`; ${wholeWorkspace}`,
    args: { id: t.arg.id({ required: true, description: 'The campaign’s id.' }) },
    resolve: (_, { id }, context) => deleteCampaign(context, rowIdOf('Campaign', id)),
  }),
}));
