import { type Actor, requireScope } from '../../access/actor.ts';
import { isScope } from '../../access/scopes.ts';

/** @throws FORBIDDEN naming a scope that the key holds and the actor does not: only an equal may change or end a key. */
export function requireScopesOf(actor: Actor, key: { readonly scopes: readonly string[] }): void {
  for (const scope of key.scopes.filter(isScope)) requireScope(actor, scope);
}
