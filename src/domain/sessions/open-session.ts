import { dialects } from '../../access/dialects.ts';
import { isScope } from '../../access/scopes.ts';
import { unauthenticated } from '../../errors.ts';
import type { DomainContext } from '../context.ts';
import { insertSession, type OpenedSession } from './insert-session.ts';

/**
 * Signs a person in by a key: the session acts as the key's member, or as the key where none stands behind it, and may do no more.
 * It ends with the key.
 * @throws UNAUTHENTICATED for a key that does not sign in, and for one that was revoked meanwhile
 */
export async function openSession({ actor, write }: DomainContext): Promise<OpenedSession> {
  if (actor.session || !dialects[actor.dialect].signsIn) throw noWayIn();
  return write(async (tx) => {
    await tx.lock('api_keys', actor.apiKeyId);
    const key = await tx.apiKey.findFirst({ where: { id: actor.apiKeyId, revokedAt: null } });
    if (!key) throw noWayIn();
    const member = key.memberId && (await tx.member.findFirst({ where: { id: key.memberId, removedAt: null } }));
    return insertSession(tx, { member: member || null, openedBy: key, scopes: key.scopes.filter(isScope) });
  });
}

const noWayIn = () => unauthenticated('This key does not sign in to the console.');
