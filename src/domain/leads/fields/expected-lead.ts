import { z } from 'zod';
import { LeadStatus } from '../../../db/generated/prisma/enums.ts';
import { DomainError } from '../../../errors.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { toGlobalId } from '../../../ids.ts';
import { name, tags, text } from '../../input.ts';
import { isSameValue } from '../../same-value.ts';
import { updateLeadInput } from './lead-input.ts';

/** What people change by hand in a profile, as a sentence calls it. */
const facts = {
  firstName: 'first name',
  lastName: 'last name',
  email: 'e-mail address',
  phone: 'phone number',
  handle: 'handle',
  company: 'company',
  jobTitle: 'job title',
  linkedinUrl: 'LinkedIn address',
  remark: 'remark',
  score: 'score',
  tier: 'tier',
} as const;

const { shape } = updateLeadInput;

/** What a lead must still be for a change to be made. What is absent may be anything; null of the owner is nobody, of a fact that there is none. */
export const expectedLead = z.strictObject({
  firstName: shape.firstName,
  lastName: shape.lastName,
  email: shape.email,
  phone: shape.phone,
  handle: shape.handle,
  company: shape.company,
  jobTitle: shape.jobTitle,
  linkedinUrl: shape.linkedinUrl,
  remark: shape.remark,
  score: shape.score,
  tier: shape.tier,
  /** Those of the four that are given. */
  bant: shape.bant,
  /** A stage's id, key or name. */
  stage: name(100).optional(),
  status: z.enum(LeadStatus).optional(),
  tags: tags.optional(),
  assignedToId: text(40).nullish(),
});

export type ExpectedLead = z.input<typeof expectedLead>;

type Parsed = z.output<typeof expectedLead>;

const factNames = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'handle',
  'company',
  'jobTitle',
  'linkedinUrl',
  'remark',
  'score',
  'tier',
] as const satisfies readonly (keyof typeof facts)[];
const bantColumns = {
  budget: 'bantBudget',
  authority: 'bantAuthority',
  need: 'bantNeed',
  timeline: 'bantTimeline',
} as const;
const bantNames = ['budget', 'authority', 'need', 'timeline'] as const satisfies readonly (keyof typeof bantColumns)[];

const longestShown = 80;

function shown(value: string | number | null): string {
  const text = value === null ? 'empty' : String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** What of a lead is something else than was expected, in words. */
function* othersOf(lead: LeadSnapshot, expected: Parsed): Generator<string> {
  const { stage, status, tags: wanted, assignedToId } = expected;
  const { id, key, name: called } = lead.stage;
  if (stage !== undefined && ![id, key, called].includes(stage)) yield `its stage is ${called}`;
  if (status !== undefined && status !== lead.status) yield `its status is ${lead.status}`;
  if (wanted !== undefined && !isSameValue(wanted, lead.tags)) yield `its tags are ${lead.tags.join(', ') || 'none'}`;
  if (assignedToId !== undefined && assignedToId !== lead.assignedToId)
    yield `its owner is ${lead.assignedTo?.name ?? 'nobody'}`;
  for (const fact of factNames)
    if (expected[fact] !== undefined && !isSameValue(expected[fact], lead[fact]))
      yield `its ${facts[fact]} is ${shown(lead[fact])}`;
  for (const part of bantNames)
    if (expected.bant?.[part] !== undefined && !isSameValue(expected.bant[part], lead[bantColumns[part]]))
      yield `its ${part} is ${shown(lead[bantColumns[part]])}`;
}

/** Whether a locked lead is still what the caller takes it for; a deleted one is not. */
export const isAsExpected = (lead: LeadSnapshot, expected: Parsed): boolean =>
  lead.deletedAt === null && othersOf(lead, expected).next().done === true;

/** @throws PRECONDITION_FAILED saying what the locked lead is by now */
export function requireAsExpected(lead: LeadSnapshot, expected: Parsed): void {
  const others = [...othersOf(lead, expected)];
  if (others.length === 0) return;
  throw new DomainError('PRECONDITION_FAILED', `The lead was changed meanwhile: ${others.join(', ')}.`, {
    resourceId: toGlobalId('Lead', lead.id),
  });
}
