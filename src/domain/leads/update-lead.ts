import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { changeLeads } from './change/change-leads.ts';
import { type UpdatedLead, updatedLead } from './fields/changed-lead.ts';
import { expectedLead, type ExpectedLead, requireAsExpected } from './fields/expected-lead.ts';
import { refuseDuplicates } from './find-duplicate.ts';
import { leadColumnsOf } from './fields/lead-columns.ts';
import { updateLeadInput, type UpdateLeadInput } from './fields/lead-input.ts';
import { lockLead } from './fields/lead-snapshot.ts';

/**
 * Changes what is given.
 * @throws CONFLICT where duplicates are not allowed and another lead has the new e-mail address
 * @throws PRECONDITION_FAILED where the lead is not what the caller expects it to be
 */
export async function updateLead(
  context: DomainContext,
  id: string,
  input: UpdateLeadInput,
  expected: ExpectedLead = {},
): Promise<UpdatedLead> {
  requireScope(context.actor, 'leads:write');
  const parsed = parseInput(updateLeadInput, input);
  const still = parseInput(expectedLead, expected);
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    requireAsExpected(before, still);
    const [lead = before] = await updateLocked(tx, [before], parsed);
    return updatedLead(tx, before, lead);
  });
}

/** The same of leads that this write has locked. */
export async function updateLocked(
  tx: Tx,
  leads: readonly LeadSnapshot[],
  { allowDuplicate, ...fields }: z.output<typeof updateLeadInput>,
): Promise<readonly LeadSnapshot[]> {
  const columnsOf = await leadColumnsOf(tx, fields);
  const changes = leads.map((before) => ({ before, columns: columnsOf(before) }));
  if (allowDuplicate === false) await refuseDuplicates(tx, fields.email, leads);
  return changeLeads(tx, changes);
}
