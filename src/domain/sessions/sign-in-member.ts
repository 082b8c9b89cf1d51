import { workspaceScopes } from '../../access/scopes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { insertSession, type OpenedSession } from './insert-session.ts';

/** Signs in a member whose row is locked; the first time the member joins. What the session may do is its role's to say. */
export async function signInMember(tx: Tx, before: Member): Promise<OpenedSession> {
  const [joined] = await tx.member.updateManyAndReturn({
    where: { id: before.id, joinedAt: null },
    data: { joinedAt: tx.now },
  });
  if (joined) tx.audit('member.joined', { id: joined.id, businessId: null });
  return insertSession(tx, { member: joined ?? before, openedBy: null, scopes: workspaceScopes });
}
