import { requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';

/** The conversation of that id, or null where the caller can see none. */
export async function findConversation(context: DomainContext, id: string): Promise<Conversation | null> {
  requireScope(context.actor, 'conversations:read');
  return context.db.conversation.findFirst({ where: { id } });
}
