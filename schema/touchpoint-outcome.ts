import { builder } from './builder.ts';
import { LeadStatusEnum } from './enums.ts';
import { StageRef } from './organisation.ts';
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
    description: 'The status the lead had, if the contact has changed it: a reply does.',
    resolve: ({ previousStatus }) => previousStatus,
  }),
  enrolledIn: t.stringList({
    description: 'The names of the campaigns the lead was enrolled in because of the contact.',
    resolve: async ({ enrolments }, _, { db }) => {
      if (enrolments.length === 0) return [];
      const ids = enrolments.map(({ campaignId }) => campaignId);
      const campaigns = await db.campaign.findMany({ where: { id: { in: ids } }, select: { name: true } });
      return campaigns.map(({ name }) => name);
    },
  }),
}));
