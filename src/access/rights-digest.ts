import type { Actor } from './actor.ts';

/** One string for all that decides what an actor can see: two actors with the same one get the same answers. */
export function rightsDigest({
  orgId,
  businessId,
  memberId,
  role,
  widgetId,
  conversationId,
  scopes,
  dialect,
  tier,
}: Actor): string {
  return JSON.stringify([
    orgId,
    businessId,
    memberId,
    role,
    widgetId,
    conversationId,
    [...scopes].sort(),
    dialect,
    tier,
  ]);
}
