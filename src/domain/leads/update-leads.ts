import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import type { ChangedLeads } from './fields/changed-lead.ts';
import { expectedLead, type ExpectedLead, isAsExpected } from './fields/expected-lead.ts';
import { updateLeadInput, type UpdateLeadInput } from './fields/lead-input.ts';
import { countChanged } from './count-changed.ts';
import { inOrderOf, lockLeads, toLeadIds } from './lock-leads.ts';
import { updateLocked } from './update-lead.ts';

/**
 * Makes one change to many leads, all or none of them: each is changed, told of and audited as by itself. They are answered in
 * the order they were named in. Where something is expected of them, those that are something else by now, or deleted, are left
 * alone and not answered.
 * @throws NOT_FOUND naming a lead that is not there, and whatever the change of a single one throws
 */
export async function updateLeads(
  context: DomainContext,
  named: readonly string[],
  input: UpdateLeadInput,
  expected: ExpectedLead | null = null,
  dryRun = false,
): Promise<Planned<ChangedLeads>> {
  requireScope(context.actor, 'leads:write');
  const ids = toLeadIds(named);
  const parsed = parseInput(updateLeadInput, input);
  const still = expected && parseInput(expectedLead, expected);
  return doOrPlan(context, dryRun, countChanged, async (tx) => {
    const locked = await lockLeads(tx, ids, { deleted: still !== null });
    const changed = await updateLocked(tx, still ? locked.filter((lead) => isAsExpected(lead, still)) : locked, parsed);
    return { leads: inOrderOf(ids, changed), effects: tx.effects };
  });
}
