import { requireScope } from '../../../access/actor.ts';
import type { Conversation } from '../../../db/generated/prisma/client.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { DomainContext } from '../../context.ts';
import { conflict } from '../../../errors.ts';
import { answerWhatWaits } from '../answer-what-waits.ts';
import { holds } from './holds.ts';
import {
  changeConversation,
  conversationEvent,
  type LockedConversation,
  lockConversation,
  snapshotConversation,
} from '../conversation-snapshot.ts';

/**
 * Ends the caller's takeover, with force anybody's: the AI answers again, and soon what waits already. A conversation nobody holds stays as it is.
 * @throws CONFLICT when somebody else holds it, or it is closed; FORBIDDEN for force where the caller may not manage the team.
 */
export async function handBackConversation(
  context: DomainContext,
  id: string,
  { force = false } = {},
): Promise<Conversation> {
  requireScope(context.actor, 'conversations:handback');
  if (force) requireScope(context.actor, 'members:write');
  let isHandedBack = false;
  const conversation = await context.write(async (tx) => {
    isHandedBack = false;
    const before = await lockConversation(tx, id);
    if (before.status === 'ACTIVE') return before;
    if (before.status === 'CLOSED') throw conflict('The conversation is closed.');
    if (!force && !holds(context.actor, before)) throw conflict('The conversation is taken over by somebody else.');
    isHandedBack = true;
    return returnToAi(tx, before);
  });
  if (isHandedBack) answerWhatWaits(context, [id]);
  return conversation;
}

/** Ends the takeover of a locked conversation. */
export async function returnToAi(tx: Tx, before: LockedConversation): Promise<LockedConversation> {
  const conversation = await changeConversation(tx, before, {
    status: 'ACTIVE',
    holderKeyId: null,
    holderMemberId: null,
    takenOverAt: null,
    takenOverUntil: null,
    leaseSeconds: null,
  });
  tx.record('conversation.handed_back', conversationEvent(await snapshotConversation(tx, conversation)));
  return conversation;
}
