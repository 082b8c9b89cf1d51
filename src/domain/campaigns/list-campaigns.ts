import { requireScope } from '../../access/actor.ts';
import type { Campaign, CampaignTrigger, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

/** Every field given must hold; null and absent are the same. */
export type CampaignFilter = {
  readonly trigger?: CampaignTrigger | null | undefined;
  readonly enabled?: boolean | null | undefined;
};

export async function listCampaigns(
  context: DomainContext,
  { trigger, enabled }: CampaignFilter,
  page: PageInput,
): Promise<Page<Campaign>> {
  requireScope(context.actor, 'campaigns:read');
  const where: Prisma.CampaignWhereInput = {};
  if (trigger != null) where.trigger = trigger;
  if (enabled != null) where.enabled = enabled;
  return listPage<Campaign, Prisma.CampaignWhereInput>(context.db.campaign, where, page);
}
