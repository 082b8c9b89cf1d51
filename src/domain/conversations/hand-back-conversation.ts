import { requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { holds } from './holds.ts';
import {
  changeConversation,
  conversationEvent,
  type LockedConversation,
  lockConversation,
  snapshotConversation,
} from './conversation-snapshot.ts';

/**
 * Ends the caller's takeover: the AI answers again. A conversation nobody holds stays as it is.
 * @throws CONFLICT when somebody else holds it, or it is closed.
 */
export async function handBackConversation(context: DomainContext, id: string): Promise<Conversation> {
  requireScope(context.actor, 'conversations:handback');
  return context.write(async (tx) => {
    const before = await lockConversation(tx, id);
    if (before.status === 'ACTIVE') return before;
    if (before.status === 'CLOSED') throw conflict('The conversation is closed.');
    if (!holds(context.actor, before)) throw conflict('The conversation is taken over by somebody else.');
    return returnToAi(tx, before);
  });
}

/** Ends the takeover of a locked conversation. */
export async function returnToAi(tx: Tx, before: LockedConversation): Promise<LockedConversation> {
  const conversation = await changeConversation(tx, before, {
    status: 'ACTIVE',
    holderKeyId: null,
    holderMemberId: null,
    takenOverAt: null,
  });
  tx.record('conversation.handed_back', conversationEvent(await snapshotConversation(tx, conversation)));
  return conversation;
}
