import type { Tx } from '../../db/write/write.ts';
import { insertTask } from '../tasks/insert-task.ts';
import type { LockedConversation } from './conversation-snapshot.ts';

const title = 'Answer the visitor, who waits for a person';

/** Makes it a task for people to answer the visitor: one for a conversation, until it is done. The conversation is locked. */
export async function askTeam(tx: Tx, conversation: LockedConversation): Promise<void> {
  const { id: conversationId, leadId, widgetId, businessId } = conversation;
  const open = await tx.task.findFirst({
    where: { conversationId, title, status: { in: ['PENDING', 'RUNNING'] } },
    select: { id: true },
  });
  if (open) return;
  await insertTask(tx, { type: 'FOLLOW_UP', title, leadId, conversationId, widgetId, businessId, dueAt: tx.now });
}
