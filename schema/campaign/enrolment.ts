import type { Enrolled } from '../../src/domain/campaigns/insert-enrolments.ts';
import { enrolLead } from '../../src/domain/campaigns/enrol-lead.ts';
import { listScheduledEmails } from '../../src/domain/campaigns/list-scheduled-emails.ts';
import { stopEnrolment, type StoppedEnrolment } from '../../src/domain/campaigns/stop-enrolment.ts';
import type { Planned } from '../../src/domain/plan.ts';
import { builder } from '../builder/builder.ts';
import { effectsField } from './effect.ts';
import { pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { ScheduledEmailConnection } from './enrolment-type.ts';
import { ScheduledEmailStateEnum } from '../builder/enums.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { dryRunHelp, planField } from '../builder/plan.ts';
import { EnrolmentRef, ScheduledEmailRef } from '../builder/refs.ts';

builder.queryField('scheduledEmails', (t) =>
  t.field({
    type: ScheduledEmailConnection,
    description: 'The mail of campaigns in one state, the soonest due first. Needs `campaigns:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      state: t.arg({
        type: ScheduledEmailStateEnum,
        required: true,
        defaultValue: 'QUEUED',
        description: 'In this state; what waits to be sent by default.',
      }),
      dueBefore: t.arg({ type: 'DateTime', description: 'Due before this instant.' }),
      leadId: t.arg.id({ description: 'To this lead.' }),
      campaignId: t.arg.id({ description: 'Of this campaign.' }),
    },
    resolve: async (_, { state, dueBefore, leadId, campaignId, ...page }, context) => {
      const filter = {
        state,
        dueBefore,
        leadId: referencedRowId('Lead', 'leadId', leadId),
        campaignId: referencedRowId('Campaign', 'campaignId', campaignId),
      };
      const found = await listScheduledEmails(context, filter, toPageInput('ScheduledEmail', page));
      return toConnection('ScheduledEmail', found);
    },
  }),
);

const EnrolLeadPayload = builder.objectRef<Planned<Enrolled>>('EnrolLeadPayload').implement({
  description: 'The enrolment that was made, and the mail it laid in the queue.',
  fields: (t) => ({
    enrolment: t.field({ type: EnrolmentRef, description: 'The enrolment.', resolve: ({ enrolment }) => enrolment }),
    scheduledEmails: t.field({
      type: [ScheduledEmailRef],
      description: 'Its mails, in the order of their steps: 1 to 8.',
      resolve: ({ emails }) => emails,
    }),
    plan: planField(t),
  }),
});

const StopEnrolmentPayload = builder.objectRef<StoppedEnrolment>('StopEnrolmentPayload').implement({
  description: 'The enrolment that was stopped.',
  fields: (t) => ({
    enrolment: t.field({ type: EnrolmentRef, description: 'The enrolment.', resolve: ({ enrolment }) => enrolment }),
    campaignEffects: effectsField(t),
  }),
});

builder.mutationFields((t) => ({
  enrolLead: t.field({
    type: EnrolLeadPayload,
    description:
      'Enrols a lead in a campaign by hand, whatever the campaign’s trigger and conditions. CONFLICT where a guardrail refuses, with `reason` already_enrolled, campaign_disabled, lead_closed, no_email, email_bounced, unsubscribed or cooldown, and with `retryAt` where waiting helps: 48 hours after the last mail of another campaign. Needs `campaigns:write`.',
    args: {
      campaignId: t.arg.id({ required: true, description: 'The campaign’s id.' }),
      leadId: t.arg.id({ required: true, description: 'The lead’s id.' }),
      dryRun: t.arg.boolean({ description: dryRunHelp }),
    },
    resolve: (_, { campaignId, leadId, dryRun }, context) =>
      enrolLead(context, rowIdOf('Campaign', campaignId), rowIdOf('Lead', leadId), dryRun ?? false),
  }),
  stopEnrolment: t.field({
    type: StopEnrolmentPayload,
    description:
      'Takes a lead out of a campaign: what is queued is skipped, and it cannot be enrolled there again. One that has ended stays as it is. Needs `campaigns:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The enrolment’s id.' }),
      reason: t.arg.string({ description: 'Why: 1 to 200 characters; `stopped_by_hand` by default.' }),
    },
    resolve: (_, { id, reason }, context) => stopEnrolment(context, rowIdOf('Enrolment', id), { reason }),
  }),
}));
