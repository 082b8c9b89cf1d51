import { requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import type { RowQuery } from '../page.ts';

/** The conversation of that id, or null where the caller can see none; of its columns those that the query selects. */
export async function findConversation(
  context: DomainContext,
  id: string,
  query: RowQuery = {},
): Promise<Conversation | null> {
  requireScope(context.actor, 'conversations:read');
  return context.db.conversation.findFirst({ ...query, where: { id } });
}
