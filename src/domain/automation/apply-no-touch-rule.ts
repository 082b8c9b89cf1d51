import type { AutomationRule, AutomationRun } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { closedStatuses } from '../leads/closed-statuses.ts';
import { daysSince, idleSince } from '../leads/idle-since.ts';
import { snapshotLeads } from '../leads/lead-snapshot.ts';
import { scoreLocked } from '../leads/score-lead.ts';
import { isFinal } from '../stages/is-final.ts';
import { applyRules } from './apply-rules.ts';

/**
 * Lets a NO_TOUCH rule act on leads that seemed to be idle for long enough, by the product's own doing: each is looked at again
 * once it is locked. A rule acts on a lead once until its next touchpoint, and takes it back to no stage that rules moved it
 * from meanwhile. Answers how many it moved.
 */
export async function applyNoTouchRule(
  { write }: Pick<DomainContext, 'write'>,
  ruleId: string,
  leadIds: readonly string[],
): Promise<number> {
  return write(async (tx) => {
    await tx.lockAll('leads', leadIds);
    const rule = await tx.automationRule.findFirst({ where: { id: ruleId, trigger: 'NO_TOUCH', enabled: true } });
    if (!rule) return 0;
    const rows = await tx.lead.findMany({
      where: { id: { in: [...leadIds] }, deletedAt: null, status: { notIn: [...closedStatuses] } },
      orderBy: { id: 'asc' },
    });
    const leads = await snapshotLeads(tx, rows);
    const runs = await runsOf(tx, leads);
    let moved = 0;
    for (const lead of leads) {
      const since = runs.filter((run) => run.leadId === lead.id && run.createdAt > idleSince(lead));
      if (!isDue(rule, lead, since, tx.now)) continue;
      const applied = await applyRules(tx, await scoreLocked(tx, lead), [rule], null);
      moved += applied.runs.length;
    }
    return moved;
  });
}

const runsOf = (tx: Tx, leads: readonly LeadSnapshot[]): Promise<AutomationRun[]> =>
  tx.automationRun.findMany({ where: { leadId: { in: leads.map(({ id }) => id) }, trigger: 'NO_TOUCH' } });

function isDue(rule: AutomationRule, lead: LeadSnapshot, since: readonly AutomationRun[], now: Date): boolean {
  const { minDaysSinceTouch, fromStageId } = rule;
  if (minDaysSinceTouch === null || daysSince(idleSince(lead), now) < minDaysSinceTouch) return false;
  if (isFinal(lead.stage) && fromStageId !== lead.stageId) return false;
  return since.every(({ ruleId }) => ruleId !== rule.id);
}
