import { toGlobalId } from '../../ids.ts';
import type { AutomationRule, AutomationRun, Touchpoint } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { changeLead } from '../leads/change/change-lead.ts';
import { conditionsHold } from './conditions.ts';
import { leadFacts, readViewCounts } from './lead-facts.ts';

export type Applied = { readonly lead: LeadSnapshot; readonly runs: AutomationRun[] };

/** What fired the rules; null is time. */
type Cause = Pick<Touchpoint, 'id' | 'type'> | null;

/**
 * Lets rules act on a locked lead, each at most once and in their order. A rule sees the lead as those before it left it, and
 * none takes it back to a stage that it has left here, so that rules which point at each other come to an end.
 */
export async function applyRules(
  tx: Tx,
  before: LeadSnapshot,
  rules: readonly AutomationRule[],
  touchpoint: Cause,
): Promise<Applied> {
  const left = new Set<string>();
  const runs: AutomationRun[] = [];
  const viewCount = readViewCounts(tx, [before.id]);
  let lead = before;
  for (const rule of rules) {
    const { targetStageId } = rule;
    if (targetStageId === null || targetStageId === lead.stageId || left.has(targetStageId)) continue;
    if (!(await conditionsHold(rule, leadFacts(lead, viewCount)))) continue;
    left.add(lead.stageId);
    const moved = await moveByRule(tx, lead, { ...rule, targetStageId }, touchpoint);
    runs.push(moved.run);
    lead = moved.lead;
  }
  return { lead, runs };
}

type Acting = AutomationRule & { readonly targetStageId: string };

async function moveByRule(tx: Tx, from: LeadSnapshot, rule: Acting, touchpoint: Cause) {
  // Metadata is shown as it stands, so it has the ids that clients know.
  const cause = {
    rule: { id: toGlobalId('AutomationRule', rule.id), name: rule.name },
    touchpoint: touchpoint && { id: toGlobalId('Touchpoint', touchpoint.id), type: touchpoint.type },
  };
  const lead = await changeLead(tx, from, { stageId: rule.targetStageId }, cause);
  const run = await tx.automationRun.create({
    data: {
      id: tx.newId(),
      businessId: lead.businessId,
      leadId: lead.id,
      ruleId: rule.id,
      ruleName: rule.name,
      trigger: rule.trigger,
      touchpointId: touchpoint?.id ?? null,
      fromStageId: from.stageId,
      fromStageName: from.stage.name,
      toStageName: lead.stage.name,
      createdAt: tx.now,
    },
  });
  return { lead, run };
}
