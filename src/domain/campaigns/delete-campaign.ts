import { requireScope, requireWholeWorkspace } from '../../access/actor.ts';
import { type CampaignEffect, noEffect } from '../../db/write/campaign-effect.ts';
import type { Campaign } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { lockCampaign } from './lock-campaign.ts';
import { campaignPolicy, hourMs } from './policy.ts';

const { cooldownHours } = campaignPolicy;

export type DeletedCampaign = { readonly campaign: Campaign; readonly effects: readonly CampaignEffect[] };

/**
 * Removes a campaign for good with its enrolments and mail, queued or sent. Leads leave it without an event of their own.
 * @throws NOT_FOUND, the second time too; CONFLICT while a cooldown still counts from mail that it sent
 */
export async function deleteCampaign(context: DomainContext, id: string): Promise<DeletedCampaign> {
  requireScope(context.actor, 'campaigns:write');
  requireWholeWorkspace(context.actor);
  return context.write(async (tx) => {
    const campaign = await lockCampaign(tx, id);
    const latest = new Date(tx.now.getTime() - cooldownHours * hourMs);
    const sent = await tx.scheduledEmail.findFirst({
      where: { campaignId: id, state: 'SENT', sentAt: { gt: latest } },
      select: { id: true },
    });
    if (sent) {
      throw conflict(
        `The campaign sent mail within the last ${cooldownHours} hours, from which other campaigns keep their distance. Disable it, and delete it later.`,
      );
    }
    const effect = await effectOf(tx, campaign);
    await tx.campaign.deleteMany({ where: { id } });
    tx.audit('campaign.deleted', { id, businessId: null });
    return { campaign, effects: effect.endedEnrolments > 0 ? [effect] : [] };
  });
}

async function effectOf(tx: Tx, { id: campaignId, name: campaignName }: Campaign): Promise<CampaignEffect> {
  const endedEnrolments = await tx.enrolment.count({ where: { campaignId, status: 'ACTIVE' } });
  const cancelledEmails = await tx.scheduledEmail.count({ where: { campaignId, state: 'QUEUED' } });
  return { ...noEffect, campaignId, campaignName, endedEnrolments, cancelledEmails };
}
