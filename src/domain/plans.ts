import type { Tier } from '../db/generated/prisma/enums.ts';
import type { Tx } from '../db/write.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from './errors.ts';

/** What a workspace of each plan may hold; null is no limit. Deleted leads do not count. */
export const plans = {
  FREE: { leads: 100, campaigns: 3 },
  PRO: { leads: 1000, campaigns: null },
  ULTRA: { leads: 5000, campaigns: null },
  UNLIMITED: { leads: null, campaigns: null },
} as const satisfies Record<Tier, { leads: number | null; campaigns: number | null }>;

/** Counts inside the inserting transaction, with later writes of the workspace waiting, so that the limit is exact. */
export async function hasRoomForLead(tx: Tx, actor: Actor): Promise<boolean> {
  const limit = plans[actor.tier].leads;
  if (limit === null) return true;
  await tx.serialise();
  return (await tx.countLeads()) < limit;
}

/** @throws LEAD_LIMIT_REACHED */
export async function requireRoomForLead(tx: Tx, actor: Actor): Promise<void> {
  if (await hasRoomForLead(tx, actor)) return;
  const limit = plans[actor.tier].leads;
  throw new DomainError(
    'LEAD_LIMIT_REACHED',
    `This workspace's plan (${actor.tier.toLowerCase()}) holds at most ${limit} leads.`,
  );
}
