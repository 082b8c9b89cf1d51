import { createLead } from '../src/domain/leads/create-lead.ts';
import { deleteLead } from '../src/domain/leads/delete-lead.ts';
import { findLead } from '../src/domain/leads/find-lead.ts';
import { handOffLead } from '../src/domain/leads/hand-off-lead.ts';
import { listLeads } from '../src/domain/leads/list-leads.ts';
import { markEmailBounced } from '../src/domain/leads/mark-email-bounced.ts';
import { purgeLead } from '../src/domain/leads/purge-lead.ts';
import { recordLeadReply } from '../src/domain/leads/record-lead-reply.ts';
import { replaceLead } from '../src/domain/leads/replace-lead.ts';
import { restoreLead } from '../src/domain/leads/restore-lead.ts';
import { updateLead } from '../src/domain/leads/update-lead.ts';
import { builder } from './builder.ts';
import { connectionType, leadsComplexity, pageArgs, toConnection, toPageInput } from './connection.ts';
import { findRowId, referencedRowId, rowIdOf } from './global-id.ts';
import { CreateLeadInput, LeadFilterInput, ReplaceLeadInput, toRows, UpdateLeadInput } from './lead-input.ts';
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
} from './lead-payloads.ts';
import { LeadRef } from './refs.ts';

export const LeadConnection = connectionType(LeadRef, 'Lead');

builder.queryFields((t) => ({
  lead: t.field({
    type: LeadRef,
    nullable: true,
    description: 'One lead; null where there is none of that id. Needs `leads:read`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => findLead(context, rowIdOf('Lead', id)),
  }),
  leads: t.field({
    type: LeadConnection,
    description: 'Leads, newest first. Needs `leads:read`.',
    complexity: leadsComplexity,
    args: {
      ...pageArgs(t.arg),
      offset: t.arg.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
      filter: t.arg({ type: LeadFilterInput, description: 'Which leads.' }),
    },
    resolve: async (_, { filter, ...page }, context) => {
      const rows = {
        ...filter,
        widgetId: referencedRowId('Widget', 'widgetId', filter?.widgetId),
        businessId: referencedRowId('Business', 'businessId', filter?.businessId),
        conversationId: referencedRowId('Conversation', 'conversationId', filter?.conversationId),
        assignedToId: referencedRowId('Member', 'assignedToId', filter?.assignedToId),
        stage: filter?.stage && (findRowId('Stage', filter.stage) ?? filter.stage),
      };
      return toConnection('Lead', await listLeads(context, rows, toPageInput('Lead', page)), page.after);
    },
  }),
}));

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
