import { requireScope, requireWholeWorkspace } from '../../access/actor.ts';
import { type CampaignEffect, noEffect } from '../../db/write/campaign-effect.ts';
import type { Campaign } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { cancellable } from '../emails/mail-states.ts';
import { keepSentMail } from './delete-campaign.sql.ts';
import { lockCampaign } from './lock-campaign.ts';
import { campaignPolicy, hourMs } from './policy.ts';

const { cooldownHours } = campaignPolicy;

/** What reached the lead, or may have. */
const gone = ['SENT', 'KEPT', 'UNCERTAIN', 'BOUNCED'] as const;

export type DeletedCampaign = { readonly campaign: Campaign; readonly effects: readonly CampaignEffect[] };

/**
 * Removes a campaign for good with its enrolments and what it has not sent. What it sent stays with the leads. They leave it without an
 * event of their own.
 * @throws NOT_FOUND, the second time too; CONFLICT while a cooldown still counts from mail that it sent
 */
export async function deleteCampaign(context: DomainContext, id: string): Promise<DeletedCampaign> {
  requireScope(context.actor, 'campaigns:write');
  requireWholeWorkspace(context.actor);
  return context.write(async (tx) => {
    const campaign = await lockCampaign(tx, id);
    const latest = new Date(tx.now.getTime() - cooldownHours * hourMs);
    const sent = await tx.scheduledEmail.findFirst({
      where: {
        campaignId: id,
        OR: [{ state: 'CLAIMED' }, { sentAt: { gt: latest } }, { state: { in: [...gone] }, claimedAt: { gt: latest } }],
      },
      select: { id: true },
    });
    if (sent) {
      throw conflict(
        `The campaign sent mail within the last ${cooldownHours} hours, from which other campaigns keep their distance. Disable it, and delete it later.`,
      );
    }
    const effect = await effectOf(tx, campaign);
    await tx.run(keepSentMail, { campaignId: id });
    await tx.campaign.deleteMany({ where: { id } });
    tx.audit('campaign.deleted', { id, businessId: null });
    return { campaign, effects: effect.endedEnrolments > 0 ? [effect] : [] };
  });
}

async function effectOf(tx: Tx, { id: campaignId, name: campaignName }: Campaign): Promise<CampaignEffect> {
  const endedEnrolments = await tx.enrolment.count({ where: { campaignId, status: 'ACTIVE' } });
  const cancelledEmails = await tx.scheduledEmail.count({ where: { campaignId, state: { in: [...cancellable] } } });
  return { ...noEffect, campaignId, campaignName, endedEnrolments, cancelledEmails };
}
