import { requireScope } from '../../access/actor.ts';
import type { Campaign } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';

/** The campaign of that id, or null where there is none. */
export async function findCampaign(context: DomainContext, id: string): Promise<Campaign | null> {
  requireScope(context.actor, 'campaigns:read');
  return context.db.campaign.findFirst({ where: { id } });
}
