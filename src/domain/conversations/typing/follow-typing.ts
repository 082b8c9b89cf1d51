import { requireScope } from '../../../access/actor.ts';
import { notFound } from '../../../errors.ts';
import type { TypingFollower } from '../../../events/typing.ts';
import type { DomainContext } from '../../context.ts';

/** Who writes in a conversation, as it is told. @throws NOT_FOUND where the caller can see no such conversation */
export async function followTyping({ actor, db, services }: DomainContext, id: string): Promise<TypingFollower> {
  requireScope(actor, 'conversations:read');
  // Its visitor was found by the conversation itself.
  const isOwn = actor.conversationId === id;
  if (!isOwn && !(await db.conversation.findFirst({ where: { id }, select: { id: true } })))
    throw notFound('conversation');
  return services.typing.follow(actor.orgId, id);
}
