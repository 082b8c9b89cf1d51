import type { Tx } from '../../../db/write/write.ts';
import { lockConversation } from '../conversation-snapshot.ts';
import { returnToAi } from './hand-back-conversation.ts';

/** Hands back all that a member holds; answers which conversations. Their visitors are answered once that is committed. */
export async function handBackHeld(tx: Tx, memberId: string): Promise<string[]> {
  const where = { holderMemberId: memberId, status: 'HUMAN_ACTIVE' as const };
  const held = await tx.conversation.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  const handedBack: string[] = [];
  for (const { id } of held) {
    const before = await lockConversation(tx, id);
    if (before.status !== 'HUMAN_ACTIVE' || before.holderMemberId !== memberId) continue;
    await returnToAi(tx, before);
    handedBack.push(id);
  }
  return handedBack;
}
