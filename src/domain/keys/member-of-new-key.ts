import type { Actor } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import { lockMember } from '../members/lock-member.ts';

/**
 * Whose a key is that the actor makes: its own member's where a role bounds that one, so that the role, and leaving the team,
 * bound the new key too. Else nobody's.
 * @throws NOT_FOUND where the member has left meanwhile
 */
export async function memberOfNewKey(tx: Tx, { memberId, role }: Actor): Promise<string | null> {
  if (memberId === null || role === null) return null;
  return (await lockMember(tx, memberId)).id;
}
