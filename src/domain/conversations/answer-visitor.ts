import type { MessageSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { joinName } from '../leads/lead-input.ts';
import { addMessage } from './add-message.ts';
import { changeConversation, type LockedConversation, lockConversation } from './conversation-snapshot.ts';

const rememberedMessages = 50;
const answerTimeoutMs = 20_000;

/**
 * Lets the AI answer, unless a person holds the conversation: before the answer is made, and again when it is written,
 * since a takeover may come between. An AI that fails costs its answer, never the visitor's message.
 */
export async function answerVisitor(
  context: DomainContext,
  conversation: LockedConversation,
): Promise<MessageSnapshot | null> {
  if (conversation.status !== 'ACTIVE') return null;
  const answer = await think(context, conversation);
  if (!answer) return null;
  return context.write(async (tx) => {
    const before = await lockConversation(tx, conversation.id);
    if (before.status !== 'ACTIVE') return null;
    const current = await changeConversation(tx, before, {});
    const words = {
      role: 'AI',
      content: answer,
      originalContent: answer,
      language: current.language,
      translated: false,
    } as const;
    return addMessage(tx, current, words, null, 'conversation.message_sent');
  });
}

async function think({ db, services }: DomainContext, conversation: LockedConversation): Promise<string | null> {
  const latest = await db.message.findMany({
    where: { conversationId: conversation.id },
    orderBy: { id: 'desc' },
    take: rememberedMessages,
    select: { role: true, content: true },
  });
  const lead = conversation.leadId ? await db.lead.findFirst({ where: { id: conversation.leadId } }) : null;
  try {
    const answer = await services.responder.respond({
      messages: latest.toReversed(),
      visitor: { name: conversation.visitorName, email: conversation.visitorEmail, language: conversation.language },
      lead: lead && { name: joinName(lead), email: lead.email, phone: lead.phone },
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    return answer?.content ?? null;
  } catch (error) {
    services.warn(error, 'The responder failed; the visitor gets no answer from it.');
    return null;
  }
}
