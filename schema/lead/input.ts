import type { InputFieldBuilder } from '@pothos/core';
import type {
  CreateLeadInput as Created,
  ReplaceLeadInput as Replaced,
  UpdateLeadInput as Updated,
} from '../../src/domain/leads/fields/lead-input.ts';
import type { ExpectedLead } from '../../src/domain/leads/fields/expected-lead.ts';
import { builder, type Types } from '../builder/builder.ts';
import { LeadStatusEnum, LeadTierEnum, TemperatureEnum } from '../builder/enums.ts';
import { findRowId, referencedRowId } from '../builder/global-id.ts';
import { profileInputFields } from './profile.ts';

const BantInput = builder.inputType('BantInput', {
  description: 'What is known of a lead’s budget, authority, need and timeline. Null clears a field.',
  fields: (t) => ({
    budget: t.string({ description: 'What they can spend.' }),
    authority: t.string({ description: 'Who decides.' }),
    need: t.string({ description: 'What they are after.' }),
    timeline: t.string({ description: 'By when.' }),
  }),
});

type Fields = InputFieldBuilder<Types, 'InputObject'>;

/** So that what the domain takes does not compile until the graph takes it. */
type Takes<Input> = Readonly<Record<keyof Input, unknown>>;

const identityFields = (t: Fields) => ({
  firstName: t.string({ description: 'Up to 100 characters.' }),
  lastName: t.string({ description: 'Up to 100 characters.' }),
  email: t.string({ description: 'An e-mail address; kept in lower case.' }),
  phone: t.string({ description: 'Up to 50 characters, kept as given.' }),
  company: t.string({ description: 'Where they work.' }),
  jobTitle: t.string({ description: 'What they do there.' }),
});

const uniquenessFields = (t: Fields) => ({
  allowDuplicate: t.boolean({
    defaultValue: true,
    description:
      'False refuses an e-mail address that another lead has which the caller can see: CONFLICT with `existingId`.',
  }),
});

const writableFields = (t: Fields) => ({
  name: t.string({ description: 'The whole name; it is split at its first space. Up to 200 characters.' }),
  ...identityFields(t),
  handle: t.string({ description: 'A name on some platform, such as u/name.' }),
  stage: t.string({ description: 'A stage’s id, key or name; null is the default stage.' }),
  status: t.field({ type: LeadStatusEnum, description: 'The lifecycle status; null is NEW.' }),
  temperature: t.field({ type: TemperatureEnum, description: 'How likely a sale is.' }),
  score: t.int({ description: '0 to 100.' }),
  tags: t.stringList({ description: 'At most 50; replaces the ones there are.' }),
  assignedToId: t.id({ description: 'The member who looks after the lead.' }),
  bant: t.field({ type: BantInput, description: 'Budget, authority, need, timeline; null clears all four.' }),
  targetType: t.string({
    description: 'What kind of lead its source says it is; null is the usual kind of the source.',
  }),
  context: t.field({
    type: 'JSON',
    description: 'Anything the source knows: an object of at most 64 KiB; null is an empty one.',
  }),
  remark: t.string({ description: 'What to write down about the lead. Up to 10,000 characters.' }),
  ...profileInputFields(t),
});

export const CreateLeadInput = builder.inputType('CreateLeadInput', {
  description: 'A new lead. Everything may be absent.',
  fields: (t) =>
    ({
      ...writableFields(t),
      ...uniquenessFields(t),
      source: t.string({ description: 'Where it comes from; `manual` by default.' }),
      businessId: t.id({ description: 'The business it belongs to. A key locked to one fills in its own.' }),
      widgetId: t.id({ description: 'The widget it came through.' }),
    }) satisfies Takes<Created>,
});

export const UpdateLeadInput = builder.inputType('UpdateLeadInput', {
  description: 'What to change of a lead. An absent field stays, null clears it.',
  fields: (t) => ({ ...writableFields(t), ...uniquenessFields(t) }) satisfies Takes<Updated>,
});

export const UpdateLeadsInput = builder.inputType('UpdateLeadsInput', {
  description: 'What to change of each of many leads. An absent field stays, null clears it.',
  fields: (t) => ({ ...writableFields(t), ...uniquenessFields(t) }) satisfies Takes<Updated>,
});

export const LeadStillInput = builder.inputType('LeadStillInput', {
  description:
    'What a lead must still be, so that a change does not undo what somebody else did meanwhile. An absent field may be anything.',
  fields: (t) =>
    ({
      stage: t.string({ description: 'The stage it is in: its id, key or name.' }),
      status: t.field({ type: LeadStatusEnum, description: 'Its lifecycle status.' }),
      tags: t.stringList({ description: 'All of its tags, in their order.' }),
      assignedToId: t.id({ description: 'The member who looks after it; null is nobody.' }),
      firstName: t.string({ description: 'Its first name; null is none, as of the facts below.' }),
      lastName: t.string({ description: 'Its last name.' }),
      email: t.string({ description: 'Its e-mail address.' }),
      phone: t.string({ description: 'Its phone number.' }),
      handle: t.string({ description: 'What it is called where it was found.' }),
      company: t.string({ description: 'Where they work.' }),
      jobTitle: t.string({ description: 'What they do there.' }),
      linkedinUrl: t.string({ description: 'The address of their LinkedIn profile.' }),
      remark: t.string({ description: 'What was written down about it.' }),
      score: t.int({ description: 'Its score.' }),
      tier: t.field({ type: LeadTierEnum, description: 'How much it is worth pursuing.' }),
      bant: t.field({ type: BantInput, description: 'Those of budget, authority, need and timeline that are given.' }),
    }) satisfies Takes<ExpectedLead>,
});

export const ReplaceLeadInput = builder.inputType('ReplaceLeadInput', {
  description: 'The whole profile of a lead. An absent field and null are the same: it is reset.',
  fields: (t) =>
    ({
      ...identityFields(t),
      stage: t.string({ description: 'A stage’s id, key or name; the default stage by default.' }),
      status: t.field({ type: LeadStatusEnum, description: 'The lifecycle status; NEW by default.' }),
      ...profileInputFields(t, { replaces: true }),
      ...uniquenessFields(t),
    }) satisfies Takes<Replaced>,
});

type References = {
  assignedToId?: string | null | undefined;
  stage?: string | null | undefined;
};

/** Ids become row ids; a stage may be given as its id, key or name. */
export function toRows<Input extends References>(input: Input) {
  return {
    ...input,
    ...('assignedToId' in input && {
      assignedToId: referencedRowId('Member', 'assignedToId', input.assignedToId),
    }),
    ...(input.stage && { stage: findRowId('Stage', input.stage) ?? input.stage }),
  };
}

type Still = Omit<ExpectedLead, 'stage' | 'status' | 'tags'> &
  References & { status?: ExpectedLead['status'] | null | undefined; tags?: string[] | null | undefined };

/** The same of what is expected; null of what every lead has asks nothing. */
export function toExpected({ stage, status, tags, ...others }: Still): ExpectedLead {
  return {
    ...toRows(others),
    ...(stage != null && { stage: findRowId('Stage', stage) ?? stage }),
    ...(status != null && { status }),
    ...(tags != null && { tags }),
  };
}
