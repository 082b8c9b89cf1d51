import { builder } from '../builder/builder.ts';
import { effectsField } from '../campaign/effect.ts';
import { LeadStatusEnum } from '../builder/enums.ts';
import { StageRef } from '../workspace/type.ts';
import { RecordTouchpointPayload } from './touchpoint.ts';

builder.objectFields(RecordTouchpointPayload, (t) => ({
  previousStage: t.field({
    type: StageRef,
    nullable: true,
    description: 'The stage the lead was in, if a rule has moved it because of the contact.',
    resolve: ({ previousStage }) => previousStage,
  }),
  previousStatus: t.field({
    type: LeadStatusEnum,
    nullable: true,
    description: 'The status the lead had, if the contact has changed it: a reply does, and a stage that carries one.',
    resolve: ({ previousStatus }) => previousStatus,
  }),
  campaignEffects: effectsField(t),
  enrolledIn: t.stringList({
    description: 'The names of the campaigns the lead was enrolled in because of the contact.',
    resolve: ({ effects }) =>
      effects.filter(({ enrolledLeads }) => enrolledLeads > 0).map(({ campaignName }) => campaignName),
  }),
}));
