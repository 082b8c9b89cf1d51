import type { Actor } from '../../access/actor.ts';
import { dialectScopes } from '../../access/dialects.ts';
import { isScope, type Scope } from '../../access/scopes.ts';
import type { Dialect } from '../../db/generated/prisma/enums.ts';
import { forbidden, invalidField } from '../../errors.ts';

/** @throws INVALID for a scope there is not or the dialect has not; FORBIDDEN for one the caller does not hold itself. */
export function grantedScopes(actor: Actor, dialect: Dialect, asked: readonly string[] | null | undefined): Scope[] {
  const documented: readonly Scope[] = dialectScopes[dialect];
  if (!asked) return documented.filter((scope) => scope !== 'staff' && actor.scopes.has(scope));
  return [...new Set(asked)].map((scope) => {
    if (!isScope(scope))
      throw invalidField('scopes', `there is no scope ${scope}; a ${dialect} key can hold ${documented.join(', ')}`);
    if (!documented.includes(scope)) {
      throw invalidField('scopes', `a ${dialect} key can hold ${documented.join(', ')}, not ${scope}`);
    }
    if (!actor.scopes.has(scope)) throw forbidden(`This API key cannot grant ${scope}, which it lacks.`, { scope });
    return scope;
  });
}
