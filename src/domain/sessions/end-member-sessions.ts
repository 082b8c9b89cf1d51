import { requireScope } from '../../access/actor.ts';
import { boundScopes, roles } from '../../access/roles.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { requireScopesOf } from '../keys/require-scopes-of.ts';
import { lockMember } from '../members/lock-member.ts';
import { endSessions } from './close-session.ts';

export type EndedSessions = { readonly member: Member; readonly endedSessions: number };

/**
 * Signs a member out everywhere: all its console sessions end at once, on what they have open as well. Its keys and membership
 * stay, and it may sign in again. Everybody may sign out themselves, the session that asks included.
 * @throws FORBIDDEN where the member's role or one of its sessions can do what the caller cannot
 */
export async function endMemberSessions(context: DomainContext, memberId: string): Promise<EndedSessions> {
  const { actor, write, services } = context;
  const isOther = actor.memberId !== memberId;
  if (isOther) requireScope(actor, 'members:write');
  const { member, ids } = await write(async (tx) => {
    const before = await lockMember(tx, memberId);
    const open = await tx.apiKey.findMany({
      where: { memberId, isSession: true, revokedAt: null, expiresAt: { gt: tx.now } },
      select: { id: true, scopes: true },
    });
    if (isOther) {
      if (before.role) requireScopesOf(actor, roles[before.role]);
      for (const { scopes } of open) requireScopesOf(actor, { scopes: boundScopes(scopes, before.role) });
    }
    const found = open.map(({ id }) => id);
    await endSessions(tx, { id: { in: found } });
    return { member: before, ids: found };
  });
  for (const id of ids) services.keyRevoked(id);
  return { member, endedSessions: ids.length };
}
