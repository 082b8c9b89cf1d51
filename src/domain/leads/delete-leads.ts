import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import { countChanged } from './count-changed.ts';
import type { ChangedLeads } from './fields/changed-lead.ts';
import { deleteLocked } from './delete-lead.ts';
import { inOrderOf, lockLeads, toLeadIds } from './lock-leads.ts';

/**
 * Hides many leads, all or none of them, each as by itself; those that are deleted already stay as they are. They are answered in
 * the order they were named in.
 * @throws NOT_FOUND naming a lead that is not there
 */
export async function deleteLeads(
  context: DomainContext,
  named: readonly string[],
  dryRun = false,
): Promise<Planned<ChangedLeads>> {
  requireScope(context.actor, 'leads:write');
  const ids = toLeadIds(named);
  return doOrPlan(context, dryRun, countChanged, async (tx) => {
    const deleted = await deleteLocked(tx, await lockLeads(tx, ids, { deleted: true }));
    return { leads: inOrderOf(ids, deleted), effects: tx.effects };
  });
}
