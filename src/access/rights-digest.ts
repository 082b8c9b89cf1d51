import type { Actor } from './actor.ts';

const sorted = new WeakMap<Actor['scopes'], string>();

/** Keys of the same scopes share them as one set. */
function textOf(scopes: Actor['scopes']): string {
  const text = sorted.get(scopes) ?? [...scopes].sort().join(' ');
  sorted.set(scopes, text);
  return text;
}

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
  return JSON.stringify([orgId, businessId, memberId, role, widgetId, conversationId, textOf(scopes), dialect, tier]);
}
