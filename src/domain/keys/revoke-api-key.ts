import { requireScope } from '../../access/actor.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { endSessions } from '../sessions/close-session.ts';
import { requireMinterBeside } from './require-minter-beside.ts';
import { requireScopesOf } from './require-scopes-of.ts';
import { scopesInUse } from './scopes-in-use.ts';

/**
 * Ends a key at once, with the console sessions it opened, on open websockets as well. Revoking it again changes nothing.
 * @throws FORBIDDEN for a key that can do what the caller cannot; CONFLICT for the last one that mints keys
 */
export async function revokeApiKey(context: DomainContext, id: string): Promise<Omit<ApiKey, 'hash'>> {
  requireScope(context.actor, 'keys:write');
  const revoked = await context.write(async (tx) => {
    await tx.lock('api_keys', id);
    const before = await tx.apiKey.findFirst({ where: { id, isSession: false }, omit: { hash: true } });
    if (!before) throw notFound('API key');
    const scopes = await scopesInUse(tx, before);
    requireScopesOf(context.actor, { scopes });
    if (before.revokedAt) return before;
    await requireMinterBeside(tx, [{ ...before, scopes }]);
    const [row] = await tx.apiKey.updateManyAndReturn({ where: { id }, data: { revokedAt: tx.now } });
    tx.audit('api_key.revoked', before);
    await endSessions(tx, { openedById: { in: [id] } });
    return { ...before, revokedAt: row?.revokedAt ?? tx.now };
  });
  context.services.keyRevoked(revoked.id);
  return revoked;
}
