import { requireScope } from '../../access/actor.ts';
import type { AutomationRule } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';

/** Higher priorities act first; of rules with the same one, the older. */
export const inOrderOfAction = [{ priority: 'desc' as const }, { id: 'asc' as const }];

/** The rules in the order in which they act. There are never many. */
export async function listRules({ actor, db }: DomainContext): Promise<AutomationRule[]> {
  requireScope(actor, 'automation:read');
  return db.automationRule.findMany({ orderBy: inOrderOfAction });
}
