import { requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { MessageSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { addMessage } from './add-message.ts';
import { holds } from './holds.ts';
import { changeConversation, lockConversation } from './conversation-snapshot.ts';

export const maxMessageLength = 10_000;

const replyMessage = text(maxMessageLength);

/**
 * Posts what a person or agent answers, in the visitor's language where a translator can.
 * @throws CONFLICT when the caller does not hold the conversation.
 */
export async function replyToConversation(
  context: DomainContext,
  id: string,
  message: string,
): Promise<{ conversation: Conversation; message: MessageSnapshot }> {
  const { actor, db } = context;
  requireScope(actor, 'conversations:reply');
  const typed = parseInput(replyMessage, message);
  const target = await db.conversation.findFirst({ where: { id } });
  if (!target) throw notFound('conversation');
  if (!holds(actor, target)) throw notHeld();
  const translated = await translate(context, typed, target.language);
  return context.write(async (tx) => {
    const before = await lockConversation(tx, id);
    if (before.status !== 'HUMAN_ACTIVE' || !holds(actor, before)) throw notHeld();
    const conversation = await changeConversation(tx, before, {});
    const author = await tx.findAuthor({ keyId: actor.apiKeyId, memberId: actor.memberId });
    const words = {
      role: 'HUMAN',
      content: translated ?? typed,
      originalContent: typed,
      // What a person types is in a language that nobody has said.
      language: translated === null ? null : target.language,
      translated: translated !== null,
      authorKeyId: actor.apiKeyId,
      authorMemberId: actor.memberId,
    } as const;
    return { conversation, message: await addMessage(tx, conversation, words, author, 'conversation.message_sent') };
  });
}

const notHeld = () => conflict('Take the conversation over before replying to it.');

/** A translator that fails never costs the message: it goes out as typed. */
async function translate({ services }: DomainContext, typed: string, language: string | null): Promise<string | null> {
  if (!language) return null;
  try {
    return (await services.translator.translate({ text: typed, to: language }))?.text ?? null;
  } catch (error) {
    services.warn(error, 'A reply could not be translated and goes out as typed.');
    return null;
  }
}
