import type { Actor } from '../../access/actor.ts';
import { boundScopes, roles } from '../../access/roles.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { MemberRole } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import { requireMinterBeside } from '../keys/require-minter-beside.ts';
import { requireScopesOf } from '../keys/require-scopes-of.ts';
import { requireOwnerBeside } from './require-owner-beside.ts';

/**
 * What must hold before a member whose row is locked gets another role, which bounds its keys from then on.
 * @throws FORBIDDEN where either role, or a key that no role bounds yet, can do what the actor cannot; CONFLICT for the last owner, and where its keys are the last
 * that mint keys and could do so no longer
 */
export async function requireRoleChange(tx: Tx, actor: Actor, before: Member, role: MemberRole): Promise<void> {
  if (before.role) requireScopesOf(actor, roles[before.role]);
  else await requireScopesOfKeys(tx, actor, before);
  requireScopesOf(actor, roles[role]);
  if (before.role === role) return;
  if (!boundScopes(['keys:write'], role).length) {
    const keys = await tx.apiKey.findMany({
      where: { memberId: before.id, isSession: false, revokedAt: null },
      omit: { hash: true },
    });
    await requireMinterBeside(
      tx,
      keys.map((key) => ({ ...key, scopes: boundScopes(key.scopes, before.role) })),
    );
  }
  await requireOwnerBeside(tx, before);
}

/** A role narrows these keys, as only an equal may. */
async function requireScopesOfKeys(tx: Tx, actor: Actor, { id: memberId }: Member): Promise<void> {
  const living = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: tx.now } }] };
  const keys = await tx.apiKey.findMany({ where: { memberId, ...living }, select: { scopes: true } });
  for (const key of keys) requireScopesOf(actor, key);
}
