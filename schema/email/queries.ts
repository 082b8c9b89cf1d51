import { listEmails } from '../../src/domain/emails/list-emails.ts';
import { toEmail } from '../../src/domain/emails/to-email.ts';
import { builder } from '../builder/builder.ts';
import { pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { ScheduledEmailStateEnum } from '../builder/enums.ts';
import { referencedRowId } from '../builder/global-id.ts';
import { EmailConnection } from './type.ts';

builder.queryField('emails', (t) =>
  t.field({
    type: EmailConnection,
    description:
      'The mail of the workspace, of campaigns and of people, newest first: drafts, what waits, and what became of the rest. Needs `campaigns:read`.',
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      status: t.arg({ type: ScheduledEmailStateEnum, description: 'Only mail that has come this far.' }),
      leadId: t.arg.id({ description: 'To this lead.' }),
      campaignId: t.arg.id({ description: 'Of this campaign.' }),
    },
    resolve: async (_, { status, leadId, campaignId, ...page }, context) => {
      const filter = {
        status,
        leadId: referencedRowId('Lead', 'leadId', leadId),
        campaignId: referencedRowId('Campaign', 'campaignId', campaignId),
      };
      const found = toConnection('Email', await listEmails(context, filter, toPageInput('Email', page)));
      return { ...found, rows: found.rows.map(toEmail) };
    },
  }),
);
