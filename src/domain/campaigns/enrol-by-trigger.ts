import type { CampaignTrigger } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { conditionsHold, type LeadFacts } from '../automation/conditions.ts';
import { leadFacts } from '../automation/lead-facts.ts';
import { readConditions } from './campaign-columns.ts';
import { refusalOf } from './guardrails.ts';
import { insertEnrolment } from './insert-enrolment.ts';

/**
 * Enrols a locked lead in the oldest campaign with that trigger whose conditions hold; with none there is, in one statement.
 * Further ones have to wait for the cooldown after the mail of the first. A lead that the guardrails refuse is passed over in silence.
 * @param previous the stage it has just left, where its stage changed, and the status by which it is judged
 */
export async function enrolByTrigger(
  tx: Tx,
  lead: LeadSnapshot,
  trigger: CampaignTrigger,
  previous: Pick<LeadSnapshot, 'stageId' | 'status'> = lead,
): Promise<void> {
  const campaigns = await tx.campaign.findMany({
    where: { trigger, enabled: true, enrolments: { none: { leadId: lead.id } } },
    orderBy: { id: 'asc' },
    select: { id: true, conditions: true },
  });
  const facts = leadFacts(tx, lead, previous.stageId);
  for (const { id, conditions } of campaigns) {
    if (!(await isFor(conditions, lead, facts))) continue;
    if ((await refusalOf(tx, { ...lead, status: previous.status })) !== null) return;
    await tx.lock('campaigns', id);
    const campaign = await tx.campaign.findFirst({ where: { id, enabled: true } });
    if (!campaign) continue;
    await insertEnrolment(tx, lead, campaign, trigger);
    return;
  }
}

async function isFor(column: unknown, lead: LeadSnapshot, facts: LeadFacts): Promise<boolean> {
  const conditions = readConditions(column);
  if (conditions === null) return true;
  if (conditions.toStageId !== null && conditions.toStageId !== lead.stageId) return false;
  return conditionsHold(conditions, facts);
}
