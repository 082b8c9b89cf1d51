import { createLead } from '../../src/domain/leads/create-lead.ts';
import { deleteLead } from '../../src/domain/leads/delete-lead.ts';
import { handOffLead } from '../../src/domain/leads/hand-off-lead.ts';
import { markEmailBounced } from '../../src/domain/leads/mark-email-bounced.ts';
import { purgeLead } from '../../src/domain/leads/purge-lead.ts';
import { recordLeadReply } from '../../src/domain/leads/record-lead-reply.ts';
import { replaceLead } from '../../src/domain/leads/replace-lead.ts';
import { restoreLead } from '../../src/domain/leads/restore-lead.ts';
import { updateLead } from '../../src/domain/leads/update-lead.ts';
import { builder } from '../builder/builder.ts';
import { referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { CreateLeadInput, ReplaceLeadInput, toRows, UpdateLeadInput } from './input.ts';
import {
  CreateLeadPayload,
  DeleteLeadPayload,
  HandOffLeadPayload,
  MarkEmailBouncedPayload,
  PurgeLeadPayload,
  RecordLeadReplyPayload,
  ReplaceLeadPayload,
  RestoreLeadPayload,
  UpdateLeadPayload,
} from './payloads.ts';

builder.mutationFields((t) => ({
  createLead: t.field({
    type: CreateLeadPayload,
    description:
      'Makes a lead. Needs `leads:write`; LEAD_LIMIT_REACHED when the plan is full, CONFLICT with `existingId` for an e-mail address that must not be taken twice.',
    args: { input: t.arg({ type: CreateLeadInput, required: true, description: 'The new lead.' }) },
    resolve: async (_, { input }, context) => {
      const origin = {
        businessId: referencedRowId('Business', 'businessId', input.businessId),
        widgetId: referencedRowId('Widget', 'widgetId', input.widgetId),
      };
      return createLead(context, { ...toRows(input), ...origin });
    },
  }),
  updateLead: t.field({
    type: UpdateLeadPayload,
    description: 'Changes a lead. A change to what is already there fires nothing. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      input: t.arg({ type: UpdateLeadInput, required: true, description: 'What to change.' }),
    },
    resolve: (_, { id, input }, context) => updateLead(context, rowIdOf('Lead', id), toRows(input)),
  }),
  replaceLead: t.field({
    type: ReplaceLeadPayload,
    description:
      'Makes a lead’s profile what is given: fields of the input that are absent are reset. What the input does not have, such as tags, stays. INVALID where a required custom field has no value then. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      input: t.arg({ type: ReplaceLeadInput, required: true, description: 'The whole profile.' }),
    },
    resolve: (_, { id, input }, context) => replaceLead(context, rowIdOf('Lead', id), toRows(input)),
  }),
  deleteLead: t.field({
    type: DeleteLeadPayload,
    description: 'Hides a lead until it is restored; it leaves its campaigns for good. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => deleteLead(context, rowIdOf('Lead', id)),
  }),
  restoreLead: t.field({
    type: RestoreLeadPayload,
    description: 'Brings a deleted lead back. Needs `leads:write`; LEAD_LIMIT_REACHED when the plan is full.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: async (_, { id }, context) => ({ lead: await restoreLead(context, rowIdOf('Lead', id)) }),
  }),
  purgeLead: t.field({
    type: PurgeLeadPayload,
    description:
      'Removes a lead for good, a deleted one too, with its notes, touchpoints, enrolments and mails; nothing brings it back. Its conversations and tasks stay without it. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => purgeLead(context, rowIdOf('Lead', id)),
  }),
  markEmailBounced: t.field({
    type: MarkEmailBouncedPayload,
    description:
      'Records that mail to a lead came back: it leaves its campaigns, and none enrols it until its address changes. CONFLICT for a lead without one. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => markEmailBounced(context, rowIdOf('Lead', id)),
  }),
  handOffLead: t.field({
    type: HandOffLeadPayload,
    description:
      'Marks a lead as another system’s. The same destination again changes nothing, another one is a CONFLICT. Needs `leads:handoff`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      destination: t.arg.string({ required: true, description: 'The system it goes to; up to 200 characters.' }),
      metadata: t.arg({ type: 'JSON', description: 'What that system should know: an object of at most 64 KiB.' }),
    },
    resolve: async (_, { id, destination, metadata }, context) => ({
      lead: await handOffLead(context, rowIdOf('Lead', id), { destination, metadata }),
    }),
  }),
  recordLeadReply: t.field({
    type: RecordLeadReplyPayload,
    description:
      'Records that a lead answered, as a touchpoint too; a new or contacted lead becomes REPLIED, and campaigns stop writing to it. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      message: t.arg.string({ description: 'What it wrote; up to 10,000 characters.' }),
      channel: t.arg.string({ description: 'How: email, phone or the like.' }),
    },
    resolve: (_, { id, message, channel }, context) =>
      recordLeadReply(context, rowIdOf('Lead', id), { message, channel }),
  }),
}));
