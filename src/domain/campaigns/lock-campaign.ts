import type { Campaign } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Locks a campaign, after the lead where both are, and reads it as it now is. @throws NOT_FOUND */
export async function lockCampaign(tx: Tx, id: string): Promise<Campaign> {
  await tx.lock('campaigns', id);
  const campaign = await tx.campaign.findFirst({ where: { id } });
  if (!campaign) throw notFound('campaign');
  return campaign;
}
