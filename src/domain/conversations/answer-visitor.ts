import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { MessageSnapshot } from '../../events/snapshot.ts';
import { limits } from '../../limits.ts';
import type { DomainContext } from '../context.ts';
import { joinName } from '../leads/fields/lead-input.ts';
import { findAssistant } from '../widgets/find-assistant.ts';
import { addMessage } from './add-message.ts';
import { askTeam } from './ask-team.ts';
import { lockConversation } from './conversation-snapshot.ts';
import { inTime } from '../../in-time.ts';
import { readTalk, type Talk } from './read-talk.ts';
import type { Answer } from './responder/responder.ts';
import { whileTyping } from './typing/while-typing.ts';

/**
 * Lets the AI answer, unless a person holds the conversation: before the answer is made, and again when it is written,
 * since a takeover may come between. An AI that fails costs its answer, never the visitor's message.
 *
 * Of messages that come at once, the last one's answer is for all of them: who finds a message that it did not know when it
 * writes leaves the answer to that one, which has seen all before it.
 */
export async function answerVisitor(
  context: DomainContext,
  conversation: Conversation,
): Promise<MessageSnapshot | null> {
  if (conversation.status !== 'ACTIVE') return null;
  const talk = await readTalk(context.db, conversation.id);
  const answer = talk.waiting.length > 0 ? await think(context, conversation, talk) : null;
  if (!answer) return null;
  return context.write(async (tx) => {
    const before = await lockConversation(tx, conversation.id);
    if (before.status !== 'ACTIVE') return null;
    const { waiting, waitingSince } = await readTalk(tx, conversation.id);
    if (waiting.length === 0 || waiting.some((id) => !talk.waiting.includes(id))) return null;
    const words = {
      role: 'AI',
      content: answer.content,
      originalContent: answer.content,
      language: answer.language,
      translated: false,
    } as const;
    const changes = answer.leftToTeam ? { waitingSince: before.waitingSince ?? waitingSince } : {};
    const sent = { ...words, inReplyTo: [...waiting] };
    const added = await addMessage(tx, before, sent, null, 'conversation.message_sent', changes);
    if (answer.leftToTeam) await askTeam(tx, added.conversation);
    return added.message;
  });
}

async function think(
  { db, services }: DomainContext,
  conversation: Conversation,
  { messages }: Talk,
): Promise<Answer | null> {
  const lead = conversation.leadId ? await db.lead.findFirst({ where: { id: conversation.leadId } }) : null;
  try {
    const visitor = {
      name: conversation.visitorName,
      email: conversation.visitorEmail,
      language: conversation.language,
    };
    const { id: conversationId, orgId, businessId, widgetId } = conversation;
    const { knowledge, tokensPerDay } = await findAssistant(db, widgetId);
    const input = {
      messages,
      visitor,
      lead: { hasName: Boolean(lead && joinName(lead)), hasEmail: Boolean(lead?.email) },
      onBehalf: { orgId, businessId, conversationId },
      widgetId,
      knowledge,
      tokensPerDay,
    };
    const answer = () => inTime(limits.answerMs, (signal) => services.responder.respond({ ...input, signal }));
    return await whileTyping(services.typing, { orgId, conversationId, by: 'AI' }, answer);
  } catch (error) {
    services.warn(error, 'The responder failed; the visitor gets no answer from it.');
    return null;
  }
}
