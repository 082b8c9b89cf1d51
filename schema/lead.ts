import type { InputFieldBuilder } from '@pothos/core';
import { createLead } from '../src/domain/leads/create-lead.ts';
import { deleteLead } from '../src/domain/leads/delete-lead.ts';
import { findLead } from '../src/domain/leads/find-lead.ts';
import { handOffLead } from '../src/domain/leads/hand-off-lead.ts';
import { listLeads } from '../src/domain/leads/list-leads.ts';
import { recordLeadReply } from '../src/domain/leads/record-lead-reply.ts';
import { restoreLead } from '../src/domain/leads/restore-lead.ts';
import { updateLead } from '../src/domain/leads/update-lead.ts';
import { builder, type Types } from './builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from './connection.ts';
import { LeadStatusEnum, LeadTierEnum, TemperatureEnum } from './enums.ts';
import { findRowId, referencedRowId, rowIdOf } from './global-id.ts';
import { LeadRef, type LeadNode } from './refs.ts';

export const LeadConnection = connectionType(LeadRef, 'Lead');

const LeadFilterInput = builder.inputType('LeadFilter', {
  description: 'Which leads to list. Every field given must hold.',
  fields: (t) => ({
    widgetId: t.id({ description: 'Captured by this widget.' }),
    businessId: t.id({ description: 'Of this business.' }),
    conversationId: t.id({ description: 'Captured in this conversation.' }),
    stage: t.string({ description: 'In this stage: its id, key or name. One there is not finds nothing.' }),
    status: t.field({ type: LeadStatusEnum, description: 'With this status.' }),
    temperature: t.field({ type: TemperatureEnum, description: 'With this temperature.' }),
    tier: t.field({ type: LeadTierEnum, description: 'Of this tier.' }),
    assignedToId: t.id({ description: 'Assigned to this member.' }),
    source: t.string({ description: 'From this source.' }),
    tags: t.stringList({ description: 'With every one of these tags.' }),
    email: t.string({ description: 'With this e-mail address, in any case.' }),
    targetType: t.string({ description: 'Of this kind, as their source says.' }),
    q: t.string({
      description:
        'With these words, in any case, somewhere in name, e-mail, phone, handle or remark. One or two characters are looked for among the newest 10,000 only.',
    }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at or after this instant.' }),
    createdSince: t.field({ type: 'DateTime', description: 'Made at or after this instant.' }),
    deletedOnly: t.boolean({
      description: 'Those that were deleted and can be restored, instead of those that are there.',
    }),
  }),
});

const BantInput = builder.inputType('BantInput', {
  description: 'What is known of a lead’s budget, authority, need and timeline. Null clears a field.',
  fields: (t) => ({
    budget: t.string({ description: 'What they can spend.' }),
    authority: t.string({ description: 'Who decides.' }),
    need: t.string({ description: 'What they are after.' }),
    timeline: t.string({ description: 'By when.' }),
  }),
});

const profileFields = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  tier: t.field({ type: LeadTierEnum, description: 'How much it is worth pursuing.' }),
  businessType: t.string({ description: 'What kind of business its company is. Up to 200 characters.' }),
  seniority: t.string({ description: 'How high up they stand there. Up to 100 characters.' }),
  companyName: t.string({ description: 'The company’s name as looked up. Up to 200 characters.' }),
  linkedinUrl: t.string({ description: 'The web address of their LinkedIn profile. Up to 500 characters.' }),
  companySize: t.string({ description: 'How many work there, in words. Up to 100 characters.' }),
  companyRevenue: t.string({ description: 'What the company earns, in words. Up to 100 characters.' }),
  crmData: t.field({
    type: 'JSON',
    description: 'Put into what is there; null as a value takes a key away. The whole is at most 64 KiB.',
  }),
  customFields: t.field({
    type: 'JSON',
    description:
      'Values by the names of custom fields, and any other keys. Put into what is there; null as a value takes a key away. The whole is at most 64 KiB.',
  }),
});

const writableFields = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  name: t.string({ description: 'The whole name; it is split at its first space. Up to 200 characters.' }),
  firstName: t.string({ description: 'Up to 100 characters.' }),
  lastName: t.string({ description: 'Up to 100 characters.' }),
  email: t.string({ description: 'An e-mail address; kept in lower case.' }),
  phone: t.string({ description: 'Up to 50 characters, kept as given.' }),
  handle: t.string({ description: 'A name on some platform, such as u/name.' }),
  company: t.string({ description: 'Where they work.' }),
  jobTitle: t.string({ description: 'What they do there.' }),
  stage: t.string({ description: 'A stage’s id, key or name; null is the default stage.' }),
  status: t.field({ type: LeadStatusEnum, description: 'The lifecycle status; null is NEW.' }),
  temperature: t.field({ type: TemperatureEnum, description: 'How likely a sale is.' }),
  score: t.int({ description: '0 to 100.' }),
  tags: t.stringList({ description: 'At most 50; replaces the ones there are.' }),
  assignedToId: t.id({ description: 'The member who looks after the lead.' }),
  bant: t.field({ type: BantInput, description: 'Budget, authority, need, timeline; null clears all four.' }),
  targetType: t.string({ description: 'What kind of lead its source says it is.' }),
  context: t.field({ type: 'JSON', description: 'Anything the source knows: an object of at most 64 KiB.' }),
  remark: t.string({ description: 'What to write down about the lead. Up to 10,000 characters.' }),
  ...profileFields(t),
});

const CreateLeadInput = builder.inputType('CreateLeadInput', {
  description: 'A new lead. Everything may be absent.',
  fields: (t) => ({
    ...writableFields(t),
    source: t.string({ description: 'Where it comes from; `manual` by default.' }),
    businessId: t.id({ description: 'The business it belongs to. A key locked to one fills in its own.' }),
    widgetId: t.id({ description: 'The widget it came through.' }),
  }),
});

const UpdateLeadInput = builder.inputType('UpdateLeadInput', {
  description: 'What to change of a lead. An absent field stays, null clears it.',
  fields: (t) => writableFields(t),
});

type References = {
  assignedToId?: string | null | undefined;
  stage?: string | null | undefined;
};

/** Ids become row ids; a stage may be given as its id, key or name. */
function toRows<Input extends References>(input: Input) {
  return {
    ...input,
    ...('assignedToId' in input && {
      assignedToId: referencedRowId('Member', 'assignedToId', input.assignedToId),
    }),
    ...(input.stage && { stage: findRowId('Stage', input.stage) ?? input.stage }),
  };
}

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
    complexity: pageComplexity,
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

/** The object a mutation answers: the lead it changed. */
const payload = (name: string, description: string) =>
  builder.objectRef<{ lead: LeadNode }>(name).implement({
    description,
    fields: (t) => ({ lead: t.field({ type: LeadRef, description: 'The lead.', resolve: ({ lead }) => lead }) }),
  });

const mutation = (name: string, verb: string) => payload(`${name}Payload`, `The lead that was ${verb}.`);

builder.mutationFields((t) => ({
  createLead: t.field({
    type: mutation('CreateLead', 'made'),
    description: 'Makes a lead. Needs `leads:write`; LEAD_LIMIT_REACHED when the plan is full.',
    args: { input: t.arg({ type: CreateLeadInput, required: true, description: 'The new lead.' }) },
    resolve: async (_, { input }, context) => {
      const origin = {
        businessId: referencedRowId('Business', 'businessId', input.businessId),
        widgetId: referencedRowId('Widget', 'widgetId', input.widgetId),
      };
      return { lead: await createLead(context, { ...toRows(input), ...origin }) };
    },
  }),
  updateLead: t.field({
    type: mutation('UpdateLead', 'changed'),
    description: 'Changes a lead. A change to what is already there fires nothing. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      input: t.arg({ type: UpdateLeadInput, required: true, description: 'What to change.' }),
    },
    resolve: async (_, { id, input }, context) => ({
      lead: await updateLead(context, rowIdOf('Lead', id), toRows(input)),
    }),
  }),
  deleteLead: t.field({
    type: mutation('DeleteLead', 'deleted'),
    description: 'Hides a lead until it is restored. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: async (_, { id }, context) => ({ lead: await deleteLead(context, rowIdOf('Lead', id)) }),
  }),
  restoreLead: t.field({
    type: mutation('RestoreLead', 'restored'),
    description: 'Brings a deleted lead back. Needs `leads:write`; LEAD_LIMIT_REACHED when the plan is full.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: async (_, { id }, context) => ({ lead: await restoreLead(context, rowIdOf('Lead', id)) }),
  }),
  handOffLead: t.field({
    type: mutation('HandOffLead', 'handed off'),
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
    type: mutation('RecordLeadReply', 'heard of'),
    description: 'Records that a lead answered; a new or contacted lead becomes REPLIED. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The lead’s id.' }),
      message: t.arg.string({ description: 'What it wrote; up to 10,000 characters.' }),
      channel: t.arg.string({ description: 'How: email, phone or the like.' }),
    },
    resolve: async (_, { id, message, channel }, context) => ({
      lead: await recordLeadReply(context, rowIdOf('Lead', id), { message, channel }),
    }),
  }),
}));
