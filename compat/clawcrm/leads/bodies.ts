import { base } from '../base.ts';
import { exampleLeadId } from '../ids.ts';
import { z } from 'zod';
import { invalidField } from '../../../src/errors.ts';
import { toLeadStatus, toLeadTier } from '../../lead-mapping.ts';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { leadStatus, leadTier, type WireLead } from './wire.ts';
import { flag, paging } from '../paging.ts';

const leadId = z
  .string()
  .max(100, 'must be the id of a lead: rp_…')
  .meta({ description: 'The lead’s id.', example: exampleLeadId });

/** Text of 1 to `max` characters once the white space around it is gone. */
export const text = (max: number) =>
  z.string().trim().min(1, 'must not be empty; leave it out instead').max(max, `must be at most ${max} characters`);

const firstName = text(100).meta({ example: 'Ada' });
const email = text(320).meta({ description: 'Kept in lower case.', example: 'ada@example.com' });
const flexible = z.record(z.string(), z.unknown());

/** What is shown of a lead and not taken, and what may not be left out. */
type NotHere =
  | 'id'
  | 'firstName'
  | 'email'
  | 'source'
  | 'confidenceScore'
  | 'confidenceLabel'
  | 'scoredAt'
  | 'lastTouchedAt'
  | 'enrichmentStatus'
  | 'enrichmentError'
  | 'enrichedAt'
  | 'createdAt'
  | 'updatedAt'
  | 'deletedAt'
  | keyof typeof leadBodyAliases;

/** What may be left out of a lead; null is the same as nothing. */
const profile = {
  lastName: text(100).nullish(),
  organizationName: text(200).nullish(),
  businessType: text(200).nullish(),
  phone: text(50).nullish(),
  tier: leadTier.nullish(),
  status: leadStatus.nullish().meta({ description: 'Null is `new`.' }),
  stage: text(100).nullish().meta({ description: 'The name of a stage, its key or id; null is the default one.' }),
  title: text(200).nullish(),
  seniority: text(100).nullish(),
  companyName: text(200).nullish(),
  linkedinUrl: text(500).nullish(),
  companySize: text(100).nullish(),
  companyRevenue: text(100).nullish(),
  crmData: flexible.nullish().meta({ description: 'Whatever an agent wants to keep; flexible.' }),
  customFields: flexible
    .nullish()
    .meta({ description: 'Values by the names that `GET /fields` lists, checked against them, and any other keys.' }),
} satisfies Record<Exclude<keyof typeof WireLead.shape, NotHere>, z.ZodType>;

const allowDuplicate = z
  .boolean()
  .optional()
  .meta({ description: 'Whether another lead may have the e-mail address; false by default.' });

/** Section "Field aliases (both accepted)". */
export const leadBodyAliases = { clinicName: 'organizationName', practiceType: 'businessType' };

export const WireLeadId = strictObject({ id: leadId });

export const WireNewLead = strictObject({ firstName, email, ...profile, allowDuplicate }).meta({
  id: 'ClawcrmNewLead',
});

export const WireLeadReplacement = strictObject({
  id: leadId.optional(),
  firstName,
  email,
  ...profile,
  allowDuplicate,
}).meta({ id: 'ClawcrmLeadReplacement', description: 'What is left out is reset.' });

export const WireLeadPatch = strictObject({
  id: leadId.optional(),
  restore: z
    .literal(true, { error: 'must be true, or left out' })
    .optional()
    .meta({ description: 'Brings a deleted lead back; stands alone.' }),
  firstName: firstName.optional(),
  email: email.optional(),
  ...profile,
  allowDuplicate,
}).meta({
  id: 'ClawcrmLeadPatch',
  description:
    'What is left out stays, null clears it. `crmData` and `customFields` are put into what is there; null as a value takes a key away.',
});

export const WireLeadQuery = queryObject({
  status: leadStatus.optional().meta({ description: 'Only leads of this status.' }),
  tier: leadTier.optional().meta({ description: 'Only leads of this tier.' }),
  ...paging,
  deletedOnly: flag.meta({ type: 'boolean', default: false, description: 'Deleted leads, and no others.' }),
});

export const WireDeletion = queryObject({
  permanent: flag.meta({ type: 'boolean', default: false, description: 'Removes the lead for good.' }),
});

export const WireLegacyDeletion = queryObject({
  id: leadId,
  permanent: z
    .literal('false', { error: `works on DELETE ${base}/leads/{leadId}?permanent=true only` })
    .optional()
    .meta({ description: 'Not here: removing for good takes the id in the path.' }),
});

type NewLead = z.output<typeof WireNewLead>;
type Profile = { readonly [Field in keyof NewLead]?: NewLead[Field] | undefined };

/** The graph's input of a body. What is absent stays absent. */
export function toLeadInput({ organizationName, title, status, tier, allowDuplicate = false, ...same }: Profile) {
  return {
    ...same,
    allowDuplicate,
    ...(organizationName === undefined ? {} : { company: organizationName }),
    ...(title === undefined ? {} : { jobTitle: title }),
    ...(status === undefined ? {} : { status: toLeadStatus(status) }),
    ...(tier === undefined ? {} : { tier: toLeadTier(tier) }),
  };
}

/** A body that says the whole of a lead says the whole of its custom fields, so that required ones are asked for. */
export const toWholeLeadInput = (body: Profile) => toLeadInput({ ...body, customFields: body.customFields ?? {} });

/** @throws INVALID where path and body name different leads, or neither names one. */
export function namedLeadId(path: { readonly id?: string }, body: { readonly id?: string | undefined }): string {
  const id = path.id ?? body.id;
  if (id === undefined) throw invalidField('id', 'must name the lead, here or in the path');
  if (body.id !== undefined && body.id !== id) throw invalidField('id', `the path names ${id}, the body ${body.id}`);
  return id;
}
