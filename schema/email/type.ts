import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { ScheduledEmailStateEnum } from '../builder/enums.ts';
import { loadOptional } from '../builder/loaders.ts';
import { CampaignRef, EmailRef, LeadRef, NodeRef } from '../builder/refs.ts';
import { toEmail } from '../../src/domain/emails/to-email.ts';
import { toGlobalId, toGlobalIdOrNull } from '../../src/ids.ts';
import { belowLead } from '../lead/type.ts';

export const EmailConnection = connectionType(EmailRef, 'Email');

EmailRef.implement({
  description:
    'A mail to one lead, of a campaign or not. Until it is sent, it is as it was written, with placeholders such as `{{firstName}}` as they stand; from then on as it went out.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Email', id) }),
    leadId: t.id({ description: 'The id of the lead it is for.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead as it is now; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loaders.lead.load(leadId),
    }),
    campaignId: t.id({
      nullable: true,
      description: 'The id of its campaign; null for a mail of none.',
      resolve: ({ campaignId }) => toGlobalIdOrNull('Campaign', campaignId),
    }),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      description: 'Its campaign as it is now; null for a mail of none. Needs `campaigns:read`.',
      authScopes: { scope: 'campaigns:read' },
      resolve: ({ campaignId }, _, { loaders }) => loadOptional(loaders.campaign, campaignId),
    }),
    subject: t.exposeString('subject', { description: 'Its subject line.' }),
    bodyText: t.exposeString('bodyText', { description: 'Its text.' }),
    bodyHtml: t.exposeString('bodyHtml', {
      nullable: true,
      description: 'Its text as HTML; null until it is sent.',
    }),
    to: t.exposeString('to', {
      nullable: true,
      description: 'The address it goes to: the lead’s when it is sent. Null until that is settled.',
    }),
    from: t.exposeString('from', { nullable: true, description: 'Whom it is from; null until it is sent.' }),
    status: t.field({
      type: ScheduledEmailStateEnum,
      description: 'How far it has come.',
      resolve: ({ status }) => status,
    }),
    aiWritten: t.exposeBoolean('aiWritten', { description: 'Whether a model wrote it.' }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it did not go out, or has not yet: a sentence. Null where nothing went wrong.',
    }),
    dueAt: t.field({
      type: 'DateTime',
      description: 'When it is to go out, once it is approved where it is a draft.',
      resolve: ({ dueAt }) => dueAt,
    }),
    sentAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the mail server took it; null where none did.',
      resolve: ({ sentAt }) => sentAt,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was queued or drafted.',
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
});

builder.objectField(LeadRef, 'emails', (t) =>
  t.field({
    type: EmailConnection,
    nullable: true,
    description:
      'The mail to it, of campaigns and of people, newest first, as it is now; null in an event of a lead that is gone since. Needs `campaigns:read`.',
    authScopes: { scope: 'campaigns:read' },
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      status: t.arg({ type: ScheduledEmailStateEnum, description: 'Only mail that has come this far.' }),
    },
    resolve: (lead, args, { loaders }) =>
      belowLead(lead, loaders, async () => {
        const page = await childConnection('Email', loaders.emailsOfLead, lead.id, args, () => ({
          filter: { state: args.status },
        }));
        return { ...page, rows: page.rows.map(toEmail) };
      }),
  }),
);
