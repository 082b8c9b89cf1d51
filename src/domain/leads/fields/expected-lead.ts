import { z } from 'zod';
import { LeadStatus } from '../../../db/generated/prisma/enums.ts';
import { DomainError } from '../../../errors.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { toGlobalId } from '../../../ids.ts';
import { name, tags, text } from '../../input.ts';
import { isSameValue } from '../../same-value.ts';

/** What a lead must still be for a change to be made. What is absent may be anything; null of the owner is nobody. */
export const expectedLead = z.strictObject({
  /** A stage's id, key or name. */
  stage: name(100).optional(),
  status: z.enum(LeadStatus).optional(),
  tags: tags.optional(),
  assignedToId: text(40).nullish(),
});

export type ExpectedLead = z.input<typeof expectedLead>;

type Parsed = z.output<typeof expectedLead>;

/** What of a lead is something else than was expected, in words. */
function* othersOf(lead: LeadSnapshot, { stage, status, tags: wanted, assignedToId }: Parsed): Generator<string> {
  const { id, key, name: called } = lead.stage;
  if (stage !== undefined && ![id, key, called].includes(stage)) yield `its stage is ${called}`;
  if (status !== undefined && status !== lead.status) yield `its status is ${lead.status}`;
  if (wanted !== undefined && !isSameValue(wanted, lead.tags)) yield `its tags are ${lead.tags.join(', ') || 'none'}`;
  if (assignedToId !== undefined && assignedToId !== lead.assignedToId)
    yield `its owner is ${lead.assignedTo?.name ?? 'nobody'}`;
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
