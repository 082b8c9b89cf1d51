import { roles } from '../../access/roles.ts';
import type { Scope } from '../../access/scopes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { MemberRole } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import { handBackHeld } from '../conversations/takeover/hand-back-held.ts';
import { lockMember } from './lock-member.ts';

type Locked = { readonly member: Member; readonly handedBack: readonly string[] };

/**
 * Locks a member who may hold no conversation any more, and hands back what it holds. Conversations are locked before members, as
 * a takeover does; what was taken over until the member was locked follows, and nothing more comes.
 * @throws NOT_FOUND
 */
export async function lockToHandBack(tx: Tx, id: string): Promise<Locked> {
  const before = await handBackHeld(tx, id);
  const member = await lockMember(tx, id);
  return { member, handedBack: [...before, ...(await handBackHeld(tx, id))] };
}

/** Locks a member who gets this role, if any; one that may hold no conversation hands back what it holds. @throws NOT_FOUND */
export async function lockForRole(tx: Tx, id: string, role: MemberRole | undefined): Promise<Locked> {
  const keeps = role === undefined || (roles[role].scopes as readonly Scope[]).includes('conversations:takeover');
  return keeps ? { member: await lockMember(tx, id), handedBack: [] } : lockToHandBack(tx, id);
}
