import type { ScheduledEmail } from '../../src/db/generated/prisma/client.ts';
import { approveEmail, discardEmail } from '../../src/domain/emails/approve-email.ts';
import { draftEmail } from '../../src/domain/emails/draft-email.ts';
import { sendEmail } from '../../src/domain/emails/send-email.ts';
import { toEmail } from '../../src/domain/emails/to-email.ts';
import { builder } from '../builder/builder.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { EmailRef } from '../builder/refs.ts';

const payload = (name: string, description: string) =>
  builder.objectRef<ScheduledEmail>(name).implement({
    description,
    fields: (t) => ({ email: t.field({ type: EmailRef, description: 'The email.', resolve: toEmail }) }),
  });

const SendEmailPayload = payload('SendEmailPayload', 'The email that was laid in the queue.');
const DraftEmailPayload = payload('DraftEmailPayload', 'The draft that was made.');
const ApproveEmailPayload = payload('ApproveEmailPayload', 'The email that was approved.');
const DiscardEmailPayload = payload('DiscardEmailPayload', 'The draft that was discarded.');

const refuses =
  'CONFLICT where the lead has no address, unsubscribed or is deleted, or mail to it came back, with `reason`';

builder.mutationFields((t) => ({
  sendEmail: t.field({
    type: SendEmailPayload,
    description: `Writes to a lead. The email goes out in a moment, or at \`dueAt\` where the lead was written to within the hour or three times within a day. Without a mail server it becomes KEPT, a file, and reaches nobody. ${refuses}; FORBIDDEN where the workspace may not mail. Needs \`campaigns:write\`.`,
    args: {
      leadId: t.arg.id({ required: true, description: 'The lead’s id.' }),
      subject: t.arg.string({ required: true, description: 'Its subject: one line of 1 to 500 characters.' }),
      body: t.arg.string({
        required: true,
        description: 'Its text: 1 to 50,000 characters. Placeholders as in a campaign’s steps are filled in.',
      }),
    },
    resolve: (_, { leadId, subject, body }, context) => sendEmail(context, rowIdOf('Lead', leadId), { subject, body }),
  }),
  draftEmail: t.field({
    type: DraftEmailPayload,
    description: `Drafts an email to a lead, by the model where one is set up, else as a template with the instructions in it. It goes out once it is approved. ${refuses}. Needs \`campaigns:write\`.`,
    args: {
      leadId: t.arg.id({ required: true, description: 'The lead’s id.' }),
      instructions: t.arg.string({ required: true, description: 'What it is to say: 1 to 2,000 characters.' }),
    },
    resolve: (_, { leadId, instructions }, context) => draftEmail(context, rowIdOf('Lead', leadId), { instructions }),
  }),
  approveEmail: t.field({
    type: ApproveEmailPayload,
    description:
      'Lets a draft go out, as it stands or as it is changed here. One that was approved already stays as it is; CONFLICT for what is no draft, for a change of one that was approved with other words, and where its lead unsubscribed, left the campaign or is not to be written to for another `reason`; FORBIDDEN where the workspace may not mail. Needs `campaigns:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The email’s id.' }),
      subject: t.arg.string({ description: 'Its subject in place of what it was: one line of 1 to 500 characters.' }),
      body: t.arg.string({ description: 'Its text in place of what it was: 1 to 50,000 characters.' }),
    },
    resolve: (_, { id, subject, body }, context) =>
      approveEmail(context, rowIdOf('Email', id), { subject: subject ?? undefined, body: body ?? undefined }),
  }),
  discardEmail: t.field({
    type: DiscardEmailPayload,
    description:
      'Discards a draft, for good. One that was discarded already stays as it is; CONFLICT for what is no draft. Needs `campaigns:write`.',
    args: { id: t.arg.id({ required: true, description: 'The email’s id.' }) },
    resolve: (_, { id }, context) => discardEmail(context, rowIdOf('Email', id)),
  }),
}));
