import type { Tx } from '../../../db/write/write.ts';
import type { LockedConversation } from '../conversation-snapshot.ts';

/**
 * Whether the takeover of a locked conversation is over, though nobody has ended it yet: by its lease, or with the key that holds
 * it. All nodes must agree on it: it goes by the clock they share.
 */
export async function isOver(
  tx: Tx,
  { status, takenOverUntil, holderKeyId, holderMemberId }: LockedConversation,
): Promise<boolean> {
  if (status !== 'HUMAN_ACTIVE') return false;
  const now = await tx.sharedNow();
  if (takenOverUntil !== null && takenOverUntil <= now) return true;
  if (holderKeyId === null || holderMemberId !== null) return false;
  const ended = { OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: now } }] };
  return (await tx.apiKey.findFirst({ where: { id: holderKeyId, ...ended }, select: { id: true } })) !== null;
}
