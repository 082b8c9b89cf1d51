import { z } from 'zod';
import { LeadStatus, LeadTier, Temperature } from '../../../db/generated/prisma/enums.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import { email, jsonObject, name, phone, tags, text } from '../../input.ts';

const bant = z.strictObject({
  budget: text(500).nullish(),
  authority: text(500).nullish(),
  need: text(2000).nullish(),
  timeline: text(500).nullish(),
});

export const webAddress = /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?$/i;

/** What a CRM knows of a lead and its company. */
const profileFields = {
  tier: z.enum(LeadTier).nullish(),
  businessType: name(200).nullish(),
  seniority: name(100).nullish(),
  companyName: name(200).nullish(),
  linkedinUrl: text(500).regex(webAddress, 'must be a web address such as https://www.linkedin.com/in/ada').nullish(),
  companySize: text(100).nullish(),
  companyRevenue: text(100).nullish(),
  /** Put into what is there; null as a value takes a key away. */
  crmData: jsonObject.nullish(),
  /** As `crmData`; checked against the workspace's definitions. */
  customFields: jsonObject.nullish(),
};

/** What nobody may: what a lead is made with, what happens to it, and what `stage` and `bant` stand for. */
type NotAsked =
  | 'orgId'
  | 'id'
  | 'businessId'
  | 'widgetId'
  | 'conversationId'
  | 'source'
  | 'handedOffAt'
  | 'handoffDestination'
  | 'handoffMetadata'
  | 'confidenceScore'
  | 'confidenceFactors'
  | 'scoredAt'
  | 'lastTouchedAt'
  | 'enrichmentStatus'
  | 'enrichmentError'
  | 'enrichedAt'
  | 'enrichedFacts'
  | 'emailBouncedAt'
  | 'unsubscribedAt'
  | 'deletedAt'
  | 'createdAt'
  | 'updatedAt'
  | 'stageId'
  | `bant${string}`;

/** So that a new column does not compile until it has a field here, or is named above. */
type Asked = Readonly<Record<Exclude<keyof LeadRow, NotAsked>, z.ZodType>>;

/** What anybody may set on a lead. Absent leaves a field alone, null clears it. */
const writableFields = {
  name: name(200).nullish(),
  firstName: name(100).nullish(),
  lastName: name(100).nullish(),
  email: email.nullish(),
  phone: phone.nullish(),
  handle: name(200).nullish(),
  company: name(200).nullish(),
  jobTitle: name(200).nullish(),
  /** A stage's id, key or name. */
  stage: name(100).nullish(),
  status: z.enum(LeadStatus).nullish(),
  temperature: z.enum(Temperature).nullish(),
  score: z.int().min(0, 'must be 0 to 100').max(100, 'must be 0 to 100').nullish(),
  tags: tags.nullish(),
  assignedToId: text(40).nullish(),
  bant: bant.nullish(),
  targetType: name(100).nullish(),
  context: jsonObject.nullish(),
  remark: text(10_000).nullish(),
  ...profileFields,
} satisfies Asked & z.ZodRawShape;

/** False refuses an e-mail address that another lead has; null is true. */
const uniqueness = { allowDuplicate: z.boolean().nullish() };

export const createLeadInput = z.strictObject({
  ...writableFields,
  source: name(100).nullish(),
  businessId: text(40).nullish(),
  widgetId: text(40).nullish(),
  ...uniqueness,
});

export const updateLeadInput = z.strictObject({ ...writableFields, ...uniqueness });

/** All that {@link replaceLead} sets: what is absent is reset. */
export const replaceLeadInput = z.strictObject({
  ...profileFields,
  ...uniqueness,
  firstName: writableFields.firstName,
  lastName: writableFields.lastName,
  email: writableFields.email,
  phone: writableFields.phone,
  company: writableFields.company,
  jobTitle: writableFields.jobTitle,
  stage: writableFields.stage,
  status: writableFields.status,
});

export type CreateLeadInput = z.input<typeof createLeadInput>;
export type UpdateLeadInput = z.input<typeof updateLeadInput>;
export type ReplaceLeadInput = z.input<typeof replaceLeadInput>;
export type LeadFields = Omit<z.output<typeof updateLeadInput>, 'allowDuplicate'>;

/** One name is a first name up to its first space and a last name after it. */
export function splitName(name: string): { firstName: string; lastName: string | null } {
  const [firstName = name, ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ').trim() || null };
}

type Named = { readonly firstName: string | null; readonly lastName: string | null };

export const joinName = ({ firstName, lastName }: Named): string | null =>
  firstName && lastName ? `${firstName} ${lastName}` : firstName || lastName || null;
