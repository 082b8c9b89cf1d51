import { requireScope } from '../../access/actor.ts';
import type { AutomationRule } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';

/** Deletes a rule; what it did stays with the leads. @throws NOT_FOUND */
export async function deleteRule(context: DomainContext, id: string): Promise<AutomationRule> {
  requireScope(context.actor, 'automation:write');
  return context.write(async (tx) => {
    await tx.lock('automation_rules', id);
    const rule = await tx.automationRule.findFirst({ where: { id } });
    if (!rule) throw notFound('automation rule');
    await tx.automationRule.deleteMany({ where: { id } });
    tx.audit('automation_rule.deleted', { id, businessId: null });
    return rule;
  });
}
