import { type Actor, requireScope } from '../../access/actor.ts';
import { roles } from '../../access/roles.ts';
import type { Scope } from '../../access/scopes.ts';
import { forbidden } from '../../errors.ts';
import { eventCatalogue, type EventSubject, type EventType, eventTypes } from '../../events/catalogue.ts';

/** What a key needs to be shown the events about each subject. */
export const subjectScopes = {
  lead: 'leads:read',
  conversation: 'conversations:read',
  task: 'tasks:read',
  email: 'campaigns:read',
  feedback: 'feedback:read',
  webhook_endpoint: 'webhooks:read',
} as const satisfies Record<EventSubject, Scope>;

/** Everything an event of this type shows, by the scopes that read it elsewhere. */
const scopesOf = (type: EventType): readonly Scope[] => [
  subjectScopes[eventCatalogue[type].subject],
  ...(type.startsWith('campaign.') ? (['campaigns:read'] as const) : []),
];

export const mayReadEvent = ({ scopes }: Actor, type: EventType): boolean =>
  scopesOf(type).every((scope) => scopes.has(scope));

/** @throws FORBIDDEN naming the first scope that reading these events would need. */
export function requireEventScopes(actor: Actor, types: readonly EventType[]): void {
  for (const scope of types.flatMap(scopesOf)) requireScope(actor, scope);
}

/**
 * Whether events about what this scope reads are shown: to who holds it, and to who may read the log, which is every event for a
 * key that no role bounds, and else those about what the role may read.
 */
export function showsEvents({ scopes, role }: Pick<Actor, 'scopes' | 'role'>, scope: Scope): boolean {
  if (scopes.has(scope)) return true;
  return scopes.has('events:read') && (role === null || (roles[role].scopes as readonly Scope[]).includes(scope));
}

/**
 * The types of the log that the actor is shown, of those asked for where some are; null for all there are.
 * @throws FORBIDDEN without `events:read`, and for a type asked for that the actor's role may not read
 */
export function shownTypes(actor: Actor, asked: readonly EventType[] | null): readonly EventType[] | null {
  requireScope(actor, 'events:read');
  const isHidden = (type: EventType) => !showsEvents(actor, subjectScopes[eventCatalogue[type].subject]);
  const hidden = (asked ?? []).find(isHidden);
  if (hidden !== undefined) {
    const scope = subjectScopes[eventCatalogue[hidden].subject];
    throw forbidden(`The role of this API key’s member may not read ${hidden} events: it lacks ${scope}.`, { scope });
  }
  if (asked) return asked;
  return eventTypes.some(isHidden) ? eventTypes.filter((type) => !isHidden(type)) : null;
}
