import { requireScope } from '../../access/actor.ts';
import type { Campaign } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import { requireReachable } from '../emails/require-mail.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { tell } from './consequence.ts';
import { guardrailError, type Refusal, refusalOf } from './guardrails.ts';
import { type Enrolled, insertEnrolments } from './insert-enrolments.ts';
import { lockCampaign } from './lock-campaign.ts';

const oneLead = () => 1;

/**
 * Enrols a lead by hand, whatever the campaign's trigger and conditions are.
 * @throws NOT_FOUND; CONFLICT naming the guardrail that refuses, and when it no longer will
 */
export async function enrolLead(
  context: DomainContext,
  campaignId: string,
  leadId: string,
  dryRun = false,
): Promise<Planned<Enrolled>> {
  requireScope(context.actor, 'campaigns:write');
  requireReachable(context);
  return doOrPlan(context, dryRun, oneLead, async (tx) => {
    const lead = await lockLead(tx, leadId);
    const campaign = await lockCampaign(tx, campaignId);
    const refusal = (await refusalBy(tx, campaign, lead)) ?? (await refusalOf(tx, lead));
    if (refusal) throw guardrailError(refusal, tx.now);
    const [enrolled] = await insertEnrolments(tx, [{ lead, campaign }], 'MANUAL');
    if (!enrolled) throw notFound('lead');
    tell(tx, [enrolled.consequence]);
    return enrolled;
  });
}

/** What keeps just this campaign from the lead. */
async function refusalBy(tx: Tx, campaign: Campaign, lead: LeadSnapshot): Promise<Refusal | null> {
  const enrolled = await tx.enrolment.findFirst({ where: { campaignId: campaign.id, leadId: lead.id } });
  if (enrolled) {
    const message = `The lead was enrolled in this campaign on ${enrolled.createdAt.toISOString()}; that happens once.`;
    return { guardrail: 'already_enrolled', message };
  }
  return campaign.enabled ? null : { guardrail: 'campaign_disabled', message: 'The campaign is disabled.' };
}
