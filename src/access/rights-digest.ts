import type { Actor } from './actor.ts';

/** One string for all that decides what an actor can see: two actors with the same one get the same answers. */
export function rightsDigest({ orgId, businessId, memberId, widgetId, scopes, dialect, tier }: Actor): string {
  return JSON.stringify([orgId, businessId, memberId, widgetId, [...scopes].sort(), dialect, tier]);
}
