import { requireScope } from '../../../access/actor.ts';
import { conflict, notFound } from '../../../errors.ts';
import type { DomainContext } from '../../context.ts';
import { holds } from '../takeover/holds.ts';

/**
 * Tells who follows a conversation that the caller writes in it: its visitor, or its holder. Nothing is written down.
 * @throws CONFLICT for who does not hold the conversation
 */
export async function tellTyping(
  { actor, db, services }: DomainContext,
  id: string,
  isTyping: boolean,
): Promise<{ conversationId: string; isTyping: boolean }> {
  const isVisitor = actor.conversationId !== null;
  requireScope(actor, isVisitor ? 'conversations:read' : 'conversations:reply');
  const conversation = await db.conversation.findFirst({ where: { id } });
  if (!conversation) throw notFound('conversation');
  const { status } = conversation;
  if (!isVisitor && (status !== 'HUMAN_ACTIVE' || !holds(actor, conversation)))
    throw conflict('Take the conversation over before writing in it.');
  const by = isVisitor ? 'VISITOR' : 'HUMAN';
  services.typing.tell({ orgId: actor.orgId, conversationId: id, by, isTyping });
  return { conversationId: id, isTyping };
}
