import type { Campaign } from '../../db/generated/prisma/client.ts';
import type { CampaignTrigger } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { conditionsHold, type LeadFacts } from '../automation/conditions.ts';
import { leadFacts, readViewCounts } from '../automation/lead-facts.ts';
import { readConditions } from './campaign-columns.ts';
import { type Consequence, tell } from './consequence.ts';
import { refusalsOf } from './guardrails.ts';
import { insertEnrolments } from './insert-enrolments.ts';

/** A locked lead; the stage it has just left, where its stage changed, and the status by which it is judged. */
type Candidate = { readonly lead: LeadSnapshot; readonly previous: Pick<LeadSnapshot, 'stageId' | 'status'> };

/**
 * Enrols locked leads, each in the oldest campaign with that trigger whose conditions hold; where there is none, in one statement.
 * Further ones have to wait for the cooldown after the mail of the first. A lead that the guardrails refuse is passed over in silence.
 */
export async function enrolAllByTrigger(
  tx: Tx,
  candidates: readonly Candidate[],
  trigger: CampaignTrigger,
): Promise<Consequence[]> {
  if (candidates.length === 0) return [];
  const offers = await offersTo(tx, candidates, trigger);
  const refusalOf = await refusalsOf(
    tx,
    offers.map(({ judged }) => judged),
  );
  const open = offers.filter(({ judged }) => refusalOf(judged) === null);
  if (open.length === 0) return [];
  const campaigns = await lockEnabled(tx, new Set(open.flatMap(({ campaignIds }) => campaignIds)));
  const chosen = open.flatMap(({ lead, campaignIds }) => {
    // One that was disabled or deleted meanwhile is passed over for the next.
    const campaign = campaignIds.map((id) => campaigns.get(id)).find((found) => found !== undefined);
    return campaign ? [{ lead, campaign }] : [];
  });
  return (await insertEnrolments(tx, chosen, trigger)).map(({ consequence }) => consequence);
}

/** The same of one lead, told of at once. */
export async function enrolByTrigger(tx: Tx, lead: LeadSnapshot, trigger: CampaignTrigger): Promise<void> {
  tell(tx, await enrolAllByTrigger(tx, [{ lead, previous: lead }], trigger));
}

type Offer = { readonly lead: LeadSnapshot; readonly judged: LeadSnapshot; readonly campaignIds: readonly string[] };

/** The campaigns that each lead has not been in and whose conditions hold, the oldest first; leads without any are left out. */
async function offersTo(tx: Tx, candidates: readonly Candidate[], trigger: CampaignTrigger): Promise<Offer[]> {
  const campaigns = await tx.campaign.findMany({
    where: { trigger, enabled: true },
    orderBy: { id: 'asc' },
    select: { id: true, conditions: true },
  });
  if (campaigns.length === 0) return [];
  const leadIds = candidates.map(({ lead }) => lead.id);
  const enrolled = await tx.enrolment.findMany({
    where: { leadId: { in: leadIds }, campaignId: { in: campaigns.map(({ id }) => id) } },
    select: { leadId: true, campaignId: true },
  });
  const taken = new Set(enrolled.map(({ leadId, campaignId }) => `${leadId} ${campaignId}`));
  const viewCount = readViewCounts(tx, leadIds);
  const offers: Offer[] = [];
  for (const { lead, previous } of candidates) {
    const facts = leadFacts(lead, viewCount, previous.stageId);
    const campaignIds: string[] = [];
    for (const { id, conditions } of campaigns) {
      if (!taken.has(`${lead.id} ${id}`) && (await isFor(conditions, lead, facts))) campaignIds.push(id);
    }
    if (campaignIds.length > 0) offers.push({ lead, judged: { ...lead, status: previous.status }, campaignIds });
  }
  return offers;
}

async function isFor(column: unknown, lead: LeadSnapshot, facts: LeadFacts): Promise<boolean> {
  const conditions = readConditions(column);
  if (conditions === null) return true;
  if (conditions.toStageId !== null && conditions.toStageId !== lead.stageId) return false;
  return conditionsHold(conditions, facts);
}

async function lockEnabled(tx: Tx, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Campaign>> {
  await tx.lockAll('campaigns', [...ids]);
  const campaigns = await tx.campaign.findMany({ where: { id: { in: [...ids] }, enabled: true } });
  return new Map(campaigns.map((campaign) => [campaign.id, campaign]));
}
