import type { Touchpoint } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { enrolByTrigger } from '../campaigns/enrol-by-trigger.ts';
import { scoreLocked } from '../leads/confidence/score-lead.ts';
import { isScored } from '../leads/confidence/scored-types.ts';
import { type Applied, applyRules } from './apply-rules.ts';
import { inOrderOfAction } from './list-rules.ts';
import { triggerOf } from './triggers.ts';

/**
 * What follows from a touchpoint that was just recorded with a locked lead: its confidence, the rules its type triggers, then
 * the campaigns. They are the workspace’s, whatever the caller’s key may do itself.
 */
export async function reactToTouchpoint(tx: Tx, touched: LeadSnapshot, touchpoint: Touchpoint): Promise<Applied> {
  // Another kind of contact only ends staleness: it is no reason to score a lead that never was.
  const counts = touched.scoredAt !== null || isScored(touchpoint.type);
  const scored = counts ? await scoreLocked(tx, touched) : touched;
  const trigger = triggerOf(touchpoint.type);
  if (trigger === null) return { lead: scored, runs: [] };
  const rules = await tx.automationRule.findMany({ where: { trigger, enabled: true }, orderBy: inOrderOfAction });
  const { lead, runs } = await applyRules(tx, scored, rules, touchpoint);
  await enrolByTrigger(tx, lead, trigger);
  return { lead, runs };
}
