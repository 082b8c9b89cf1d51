import {
  type CampaignConditions,
  type CampaignStep,
  readConditions,
  readSteps,
} from '../../src/domain/campaigns/campaign-columns.ts';
import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { conditionFields } from '../automation/conditions.ts';
import { CampaignTriggerEnum, EnrolmentStatusEnum } from './enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { loadOptional } from '../builder/loaders.ts';
import { StageRef } from '../workspace/type.ts';
import { CampaignRef, EnrolmentRef, NodeRef } from '../builder/refs.ts';

export const EnrolmentConnection = connectionType(EnrolmentRef, 'Enrolment');

const CampaignStepRef = builder.objectRef<CampaignStep>('CampaignStep').implement({
  description: 'One mail of a campaign.',
  fields: (t) => ({
    subject: t.exposeString('subject', { description: 'Its subject line, with placeholders as they stand.' }),
    body: t.exposeString('body', { description: 'Its text, with placeholders as they stand.' }),
    delayHours: t.exposeInt('delayHours', {
      description: 'Hours after the mail before it, or after the enrolment: 0 to 8,760.',
    }),
  }),
});

const CampaignConditionsRef = builder.objectRef<CampaignConditions>('CampaignConditions').implement({
  description: 'Which leads the trigger of a campaign enrols. Every one that is not null must hold.',
  fields: (t) => ({
    ...conditionFields(t),
    toStageId: t.id({
      nullable: true,
      description: 'The id of the stage a lead has just come to; null is any.',
      resolve: ({ toStageId }) => toStageId && toGlobalId('Stage', toStageId),
    }),
    toStage: t.field({
      type: StageRef,
      nullable: true,
      description: 'That stage; null where it is gone, and then no lead comes to it.',
      resolve: ({ toStageId }, _, { loaders }) => loadOptional(loaders.stage, toStageId),
    }),
  }),
});

CampaignRef.implement({
  description: 'A sequence of mails to the leads enrolled in it.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Campaign', id) }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    trigger: t.field({
      type: CampaignTriggerEnum,
      description: 'What enrols leads in it. By hand they can be enrolled in any.',
      resolve: ({ trigger }) => trigger,
    }),
    conditions: t.field({
      type: CampaignConditionsRef,
      nullable: true,
      description: 'Which leads its trigger enrols; null is every one.',
      resolve: ({ conditions }) => readConditions(conditions),
    }),
    aiEnabled: t.exposeBoolean('aiEnabled', { description: 'Whether an AI is to have a hand in its mails.' }),
    aiConfig: t.field({
      type: 'JSON',
      nullable: true,
      description: 'How: model, tone, maxRetries or whatever else.',
      resolve: ({ aiConfig }) => aiConfig,
    }),
    review: t.exposeBoolean('review', {
      description: 'Whether somebody approves each of its mails before it goes out: it is a draft once it is due.',
    }),
    steps: t.field({
      type: [CampaignStepRef],
      description: 'Its mails, in order: 1 to 8.',
      resolve: ({ steps }) => readSteps(steps),
    }),
    enabled: t.exposeBoolean('enabled', {
      description: 'Whether leads can be enrolled in it. Mail that is queued goes out all the same.',
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    enrolments: t.field({
      type: EnrolmentConnection,
      description: 'Who was ever enrolled in it, newest first. Needs `campaigns:read`.',
      authScopes: { scope: 'campaigns:read' },
      complexity: pageComplexity,
      args: {
        ...pageArgs(t.arg),
        status: t.arg({ type: EnrolmentStatusEnum, description: 'Only enrolments that have come this far.' }),
      },
      resolve: ({ id }, args, { loaders }) =>
        childConnection('Enrolment', loaders.enrolmentsOfCampaign, id, args, () => ({
          filter: { status: args.status },
        })),
    }),
  }),
});
