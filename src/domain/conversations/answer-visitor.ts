import type { MessageSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { joinName } from '../leads/lead-input.ts';
import { addMessage } from './add-message.ts';
import { changeConversation, type LockedConversation, lockConversation } from './conversation-snapshot.ts';
import { readTalk, type Talk } from './read-talk.ts';
import type { Answer } from './responder/responder.ts';

const answerTimeoutMs = 20_000;

/**
 * Lets the AI answer, unless a person holds the conversation: before the answer is made, and again when it is written,
 * since a takeover may come between. An AI that fails costs its answer, never the visitor's message.
 *
 * Of messages that come at once, the last one's answer is for all of them: who finds a message that it did not know when it
 * writes leaves the answer to that one, which has seen all before it.
 */
export async function answerVisitor(
  context: DomainContext,
  conversation: LockedConversation,
): Promise<MessageSnapshot | null> {
  if (conversation.status !== 'ACTIVE') return null;
  const talk = await readTalk(context.db, conversation.id);
  const answer = talk.waiting.length > 0 ? await think(context, conversation, talk) : null;
  if (!answer) return null;
  return context.write(async (tx) => {
    const before = await lockConversation(tx, conversation.id);
    if (before.status !== 'ACTIVE') return null;
    const { waiting } = await readTalk(tx, conversation.id);
    if (waiting.length === 0 || waiting.some((id) => !talk.waiting.includes(id))) return null;
    const current = await changeConversation(tx, before, {});
    const words = {
      role: 'AI',
      content: answer.content,
      originalContent: answer.content,
      language: answer.language,
      translated: false,
    } as const;
    return addMessage(tx, current, { ...words, inReplyTo: [...waiting] }, null, 'conversation.message_sent');
  });
}

async function think(
  { db, services }: DomainContext,
  conversation: LockedConversation,
  { messages }: Talk,
): Promise<Answer | null> {
  const lead = conversation.leadId ? await db.lead.findFirst({ where: { id: conversation.leadId } }) : null;
  try {
    return await services.responder.respond({
      messages,
      visitor: { name: conversation.visitorName, email: conversation.visitorEmail, language: conversation.language },
      lead: lead && { name: joinName(lead), email: lead.email, phone: lead.phone },
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
  } catch (error) {
    services.warn(error, 'The responder failed; the visitor gets no answer from it.');
    return null;
  }
}
