import { type Actor, requireScope } from '../../access/actor.ts';
import type { Scope } from '../../access/scopes.ts';
import { eventCatalogue, type EventSubject, type EventType } from '../../events/catalogue.ts';

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
