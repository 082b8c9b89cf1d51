import { createLead } from '../../src/domain/leads/create-lead.ts';
import { deleteLead } from '../../src/domain/leads/delete-lead.ts';
import { deleteLeads } from '../../src/domain/leads/delete-leads.ts';
import { handOffLead } from '../../src/domain/leads/hand-off-lead.ts';
import { mostChanged } from '../../src/domain/leads/lock-leads.ts';
import { markEmailBounced } from '../../src/domain/leads/mark-email-bounced.ts';
import { purgeLead } from '../../src/domain/leads/purge-lead.ts';
import { recordLeadReply } from '../../src/domain/leads/record-lead-reply.ts';
import { replaceLead } from '../../src/domain/leads/replace-lead.ts';
import { resubscribeLead } from '../../src/domain/leads/resubscribe-lead.ts';
import { restoreLead } from '../../src/domain/leads/restore-lead.ts';
import { unsubscribeLead } from '../../src/domain/leads/unsubscribe-lead.ts';
import { updateLead } from '../../src/domain/leads/update-lead.ts';
import { updateLeads } from '../../src/domain/leads/update-leads.ts';
import { builder } from '../builder/builder.ts';
import { bulkComplexity } from '../builder/connection.ts';
import { findRowId, referencedRowId, rowIdOf } from '../builder/global-id.ts';
import { dryRunHelp } from '../builder/plan.ts';
import {
  CreateLeadInput,
  LeadStillInput,
  ReplaceLeadInput,
  toExpected,
  toRows,
  UpdateLeadInput,
  UpdateLeadsInput,
} from './input.ts';
import {
  CreateLeadPayload,
  DeleteLeadPayload,
  DeleteLeadsPayload,
  HandOffLeadPayload,
  MarkEmailBouncedPayload,
  PurgeLeadPayload,
  RecordLeadReplyPayload,
  ReplaceLeadPayload,
  RestoreLeadPayload,
  ResubscribeLeadPayload,
  UnsubscribeLeadPayload,
  UpdateLeadPayload,
  UpdateLeadsPayload,
} from './payloads.ts';

const idsHelp = `The leads’ ids: 1 to ${mostChanged}. One that is named twice counts once.`;

/** What names no lead goes to the verb as it is, which tells of it once it knows who asks. */
const leadIdOf = (id: string) => findRowId('Lead', id) ?? id;

builder.mutationFields((t) => ({
  createLead: t.field({
    type: CreateLeadPayload,
    description:
      'Makes a lead. Needs `leads:write`; LEAD_LIMIT_REACHED when the plan is full, CONFLICT with `existingId` for an e-mail address that must not be taken twice.',
    args: {
      input: t.arg({ type: CreateLeadInput, required: true, description: 'The new lead.' }),
      dryRun: t.arg.boolean({ description: dryRunHelp }),
    },
    resolve: async (_, { input, dryRun }, context) => {
      const origin = {
        businessId: referencedRowId('Business', 'businessId', input.businessId),
        widgetId: referencedRowId('Widget', 'widgetId', input.widgetId),
      };
      return createLead(context, { ...toRows(input), ...origin }, dryRun ?? false);
    },
  }),
  updateLead: t.field({
    type: UpdateLeadPayload,
    description:
      'Changes a lead. A change to what is already there fires nothing. PRECONDITION_FAILED, and nothing changed, where the lead is not what `ifStill` says. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      input: t.arg({ type: UpdateLeadInput, required: true, description: 'What to change.' }),
      ifStill: t.arg({ type: LeadStillInput, description: 'What the lead must still be; anything by default.' }),
    },
    resolve: (_, { id, input, ifStill }, context) =>
      updateLead(context, rowIdOf('Lead', id), toRows(input), toExpected(ifStill ?? {})),
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
  updateLeads: t.field({
    type: UpdateLeadsPayload,
    description: `Makes one change to up to ${mostChanged} leads in one transaction: all of them or, where one is not there or refuses it, none. Each has its events, audit and campaigns as by \`updateLead\`; NOT_FOUND names the first that is not there. With \`ifStill\`, those that are not like that any more, or deleted, are left alone and missing among the answered. Needs \`leads:write\`.`,
    complexity: bulkComplexity,
    args: {
      ids: t.arg.idList({ required: true, description: idsHelp }),
      input: t.arg({ type: UpdateLeadsInput, required: true, description: 'What to change of each.' }),
      ifStill: t.arg({ type: LeadStillInput, description: 'What each must still be; anything by default.' }),
      dryRun: t.arg.boolean({ description: dryRunHelp }),
    },
    resolve: (_, { ids, input, ifStill, dryRun }, context) =>
      updateLeads(context, ids.map(leadIdOf), toRows(input), ifStill ? toExpected(ifStill) : null, dryRun ?? false),
  }),
  deleteLeads: t.field({
    type: DeleteLeadsPayload,
    description: `Hides up to ${mostChanged} leads until they are restored, in one transaction: all of them or, where one is not there, none. Each leaves its campaigns as by \`deleteLead\`; NOT_FOUND names the first that is not there. Needs \`leads:write\`.`,
    complexity: bulkComplexity,
    args: {
      ids: t.arg.idList({ required: true, description: idsHelp }),
      dryRun: t.arg.boolean({ description: dryRunHelp }),
    },
    resolve: (_, { ids, dryRun }, context) => deleteLeads(context, ids.map(leadIdOf), dryRun ?? false),
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
      'Records that mail to a lead came back: it leaves its campaigns, and none enrols it until its address changes; so does each other lead with the address. CONFLICT for a lead without one. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => markEmailBounced(context, rowIdOf('Lead', id)),
  }),
  unsubscribeLead: t.field({
    type: UnsubscribeLeadPayload,
    description:
      'Records that a lead asked for no more mail, as the link in each mail does: it leaves its campaigns, and none enrols it; so does each other lead with its address. The same again changes nothing. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => unsubscribeLead(context, rowIdOf('Lead', id)),
  }),
  resubscribeLead: t.field({
    type: ResubscribeLeadPayload,
    description:
      'Lifts that a lead asked for no more mail: for a person whom the lead told so. Other leads with its address are lifted with it, as no lead is written to that has the address of one that unsubscribed. Nothing else lifts it, another address included. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: async (_, { id }, context) => ({ lead: await resubscribeLead(context, rowIdOf('Lead', id)) }),
  }),
  handOffLead: t.field({
    type: HandOffLeadPayload,
    description:
      'Marks a lead as another system’s. The same destination again adds its metadata to what there is and changes nothing else; another one is a CONFLICT. Needs `leads:handoff`.',
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
