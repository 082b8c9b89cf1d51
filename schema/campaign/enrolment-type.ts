import { builder } from '../builder/builder.ts';
import { EnrolmentConnection } from './type.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { ScheduledEmailStateEnum } from '../builder/enums.ts';
import { CampaignTriggerEnum, EnrolmentStatusEnum } from './enums.ts';
import { toEmail } from '../../src/domain/emails/to-email.ts';
import { toGlobalId } from '../../src/ids.ts';
import { belowLead } from '../lead/type.ts';
import { CampaignRef, EmailRef, EnrolmentRef, LeadRef, NodeRef, ScheduledEmailRef } from '../builder/refs.ts';

export const ScheduledEmailConnection = connectionType(ScheduledEmailRef, 'ScheduledEmail', 'the soonest due first');

EnrolmentRef.implement({
  description: 'A lead on its way through a campaign, which it takes at most once.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Enrolment', id) }),
    status: t.field({
      type: EnrolmentStatusEnum,
      description: 'How far it has come.',
      resolve: ({ status }) => status,
    }),
    trigger: t.field({
      type: CampaignTriggerEnum,
      description: 'What enrolled the lead; MANUAL where somebody did.',
      resolve: ({ trigger }) => trigger,
    }),
    stopReason: t.exposeString('stopReason', {
      nullable: true,
      description:
        'Why it was stopped: lead_replied, lead_converted, lead_closed, lead_spam, lead_deleted, email_bounced, unsubscribed, stopped_by_hand, or what whoever stopped it said.',
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When the lead was enrolled.',
      resolve: ({ createdAt }) => createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    campaignId: t.id({
      description: 'The id of the campaign.',
      resolve: ({ campaignId }) => toGlobalId('Campaign', campaignId),
    }),
    campaignName: t.string({
      nullable: true,
      description: 'What the campaign is called; in an event, what it was called then.',
      resolve: async ({ campaignName, campaignId }, _, { loaders }) =>
        campaignName ?? (await loaders.campaign.load(campaignId))?.name,
    }),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      description: 'The campaign as it is now; null in an event where it is gone since. Needs `campaigns:read`.',
      authScopes: { scope: 'campaigns:read' },
      resolve: ({ campaignId }, _, { loaders }) => loaders.campaign.load(campaignId),
    }),
    leadId: t.id({ description: 'The id of the lead.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loaders.lead.load(leadId),
    }),
    scheduledEmails: t.field({
      type: ScheduledEmailConnection,
      nullable: true,
      description:
        'Its mails as they are now, in the order of their steps; null in an event of one that is gone since. Needs `campaigns:read`.',
      authScopes: { scope: 'campaigns:read' },
      complexity: pageComplexity,
      args: {
        ...pageArgs(t.arg),
        state: t.arg({ type: ScheduledEmailStateEnum, description: 'Only mails in this state.' }),
      },
      resolve: async ({ id, campaignName }, args, { loaders }) => {
        // Only an event brings the name along; a row that was just read is there.
        if (campaignName !== undefined && !(await loaders.enrolment.load(id))) return null;
        return childConnection('ScheduledEmail', loaders.emailsOfEnrolment, id, args, () => ({
          filter: { state: args.state },
        }));
      },
    }),
  }),
});

/** Mail of no campaign has no place in a queue of theirs. */
function ofCampaign<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A mail in the queue of campaigns is of none.');
  return value;
}

ScheduledEmailRef.implement({
  description:
    'A mail of a campaign to one lead, as it was laid in the queue when the lead was enrolled. Placeholders such as `{{firstName}}` stand as they are until it is sent, and so does the choice of the address.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('ScheduledEmail', id) }),
    step: t.int({
      description: 'Which of the campaign’s mails it is, from 1.',
      resolve: ({ step }) => ofCampaign(step),
    }),
    subject: t.exposeString('subject', { description: 'Its subject line, with placeholders as they stand.' }),
    body: t.exposeString('body', { description: 'Its text, with placeholders as they stand.' }),
    dueAt: t.field({
      type: 'DateTime',
      description:
        'When it is to go out: once the delays up to it are over, an hour after the one before it at least, and with at most three in any 24 hours.',
      resolve: ({ dueAt }) => dueAt,
    }),
    state: t.field({
      type: ScheduledEmailStateEnum,
      description: 'How far it has come.',
      resolve: ({ state }) => state,
    }),
    sentAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it went out.',
      resolve: ({ sentAt }) => sentAt,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was queued.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    campaignId: t.id({
      description: 'The id of its campaign.',
      resolve: ({ campaignId }) => toGlobalId('Campaign', ofCampaign(campaignId)),
    }),
    enrolment: t.field({
      type: EnrolmentRef,
      nullable: true,
      description: 'The enrolment it belongs to.',
      resolve: ({ enrolmentId }, _, { loaders }) => loaders.enrolment.load(ofCampaign(enrolmentId)),
    }),
    leadId: t.id({ description: 'The id of the lead.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loaders.lead.load(leadId),
    }),
    email: t.field({
      type: EmailRef,
      description: 'The mail itself: what it says as it went out, and what became of it.',
      resolve: toEmail,
    }),
  }),
});

builder.objectField(LeadRef, 'enrolments', (t) =>
  t.field({
    type: EnrolmentConnection,
    nullable: true,
    description:
      'The campaigns it was ever enrolled in, newest first, as they are now; null in an event of a lead that is gone since. Needs `campaigns:read`.',
    authScopes: { scope: 'campaigns:read' },
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      status: t.arg({ type: EnrolmentStatusEnum, description: 'Only enrolments that have come this far.' }),
    },
    resolve: (lead, args, { loaders }) =>
      belowLead(lead, loaders, () =>
        childConnection('Enrolment', loaders.enrolmentsOfLead, lead.id, args, () => ({
          filter: { status: args.status },
        })),
      ),
  }),
);
