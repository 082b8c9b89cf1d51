import type { DomainContext } from '../context.ts';
import { getLockedLead } from '../leads/fields/lead-snapshot.ts';
import { applyRules } from './apply-rules.ts';
import { idleRules } from './idle-rules.sql.ts';
import { inOrderOfAction } from './list-rules.ts';

/**
 * Lets the rules of trigger NO_TOUCH that are due act on a lead, by the product's own doing. Answers how often it was moved:
 * not at all where somebody was in touch meanwhile, or another node was faster.
 */
export async function moveIdleLead({ write }: Pick<DomainContext, 'write'>, leadId: string): Promise<number> {
  return write(async (tx) => {
    await tx.lock('leads', leadId);
    const due = (await tx.run(idleRules, { leadId })).map(({ id }) => id);
    if (due.length === 0) return 0;
    const rules = await tx.automationRule.findMany({ where: { id: { in: due } }, orderBy: inOrderOfAction });
    const { runs } = await applyRules(tx, await getLockedLead(tx, leadId), rules, null);
    return runs.length;
  });
}
