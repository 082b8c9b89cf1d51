import type { Actor } from '../access/actor.ts';
import type { Tier } from '../db/generated/prisma/enums.ts';
import type { Tx } from '../db/write/write.ts';
import type { DomainContext } from './context.ts';
import { DomainError } from '../errors.ts';
import { countLeads } from './plans.sql.ts';

/** What a workspace of each plan may hold; null is no limit. Deleted leads do not count. */
export const plans = {
  FREE: { leads: 100, campaigns: 3 },
  PRO: { leads: 1000, campaigns: null },
  ULTRA: { leads: 5000, campaigns: null },
  UNLIMITED: { leads: null, campaigns: null },
} as const satisfies Record<Tier, { leads: number | null; campaigns: number | null }>;

/** Whether the plan has no limit, as it is now: an open socket may not know. */
export async function isUnlimited(tx: Tx, { orgId, tier }: Actor): Promise<boolean> {
  if (tier !== 'UNLIMITED') return false;
  const organisation = await tx.organisation.findFirst({ where: { id: orgId }, select: { tier: true } });
  return organisation?.tier === 'UNLIMITED';
}

/** Later writes of a workspace with limits wait, so that what is counted next stays true; one without any is not made to wait. */
const currentTier = async (tx: Tx, actor: Actor, unlimited?: boolean): Promise<Tier> =>
  (unlimited ?? (await isUnlimited(tx, actor))) ? 'UNLIMITED' : tx.serialise();

/** `count` is null where there is no limit to count against. */
type Room = { readonly tier: Tier } & (
  | { readonly limit: null; readonly count: null }
  | { readonly limit: number; readonly count: number }
);

const roomOf = async (tier: Tier, limit: number | null, count: () => Promise<number>): Promise<Room> =>
  limit === null ? { tier, limit, count: null } : { tier, limit, count: await count() };

const leadsOf = async (tx: Tx): Promise<number> => (await tx.run(countLeads, {}))[0]?.count ?? 0;

async function roomForLead(tx: Tx, actor: Actor, unlimited?: boolean): Promise<Room> {
  const tier = await currentTier(tx, actor, unlimited);
  return roomOf(tier, plans[tier].leads, () => leadsOf(tx));
}

const isFree = ({ limit, count }: Room): boolean => limit === null || count < limit;

/** Counts inside the inserting transaction, with later writes of the workspace waiting, so that the limit is exact. */
export const hasRoomForLead = async (tx: Tx, actor: Actor): Promise<boolean> => isFree(await roomForLead(tx, actor));

type Caller = Pick<DomainContext, 'actor' | 'services'>;

/**
 * Answers how full the plan is without the lead that is to come.
 * @param unlimited where it was asked before, beside something else
 * @throws LEAD_LIMIT_REACHED
 */
export async function requireRoomForLead(tx: Tx, { actor, services }: Caller, unlimited?: boolean): Promise<Room> {
  const room = await roomForLead(tx, actor, unlimited);
  if (isFree(room)) return room;
  throw limitReached('LEAD_LIMIT_REACHED', room, 'leads', services.upgradeUrl);
}

/** Answers how full the plan is without the campaign that is to come. @throws CAMPAIGN_LIMIT_REACHED */
export async function requireRoomForCampaign(tx: Tx, { actor, services }: Caller): Promise<Room> {
  const tier = await currentTier(tx, actor);
  const room = await roomOf(tier, plans[tier].campaigns, () => tx.campaign.count({}));
  if (isFree(room)) return room;
  throw limitReached('CAMPAIGN_LIMIT_REACHED', room, 'campaigns', services.upgradeUrl);
}

const limitReached = (
  code: 'LEAD_LIMIT_REACHED' | 'CAMPAIGN_LIMIT_REACHED',
  { tier, limit }: Pick<Room, 'tier' | 'limit'>,
  what: string,
  upgradeUrl: string,
) =>
  new DomainError(code, `This workspace's plan (${tier.toLowerCase()}) holds at most ${limit} ${what}.`, {
    upgradeUrl,
  });
