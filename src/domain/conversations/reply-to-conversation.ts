import { type Actor, requireScope } from '../../access/actor.ts';
import type { Conversation } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { MessageSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { parseInput, text } from '../input.ts';
import { findAuthor } from '../members/find-authors.ts';
import { addMessage } from './add-message.ts';
import { holds } from './takeover/holds.ts';
import { inTime } from '../../in-time.ts';
import { leaseFor, renewLease } from './takeover/leases.ts';
import { lockConversation } from './conversation-snapshot.ts';
import { isSameLanguage } from './translator.ts';

export const maxMessageLength = 10_000;

const replyMessage = text(maxMessageLength);

/**
 * Posts what a person or agent answers, in the visitor's language where a translator can in time; renews the lease of the takeover.
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
  // A lease is renewed before the translation, in which it could end.
  if (target.language && target.leaseSeconds) await context.writeBefore((tx) => renew(tx, actor, id));
  const translated = await translate(context, typed, target);
  return context.write(async (tx) => {
    const before = await lockConversation(tx, id);
    if (before.status !== 'HUMAN_ACTIVE' || !holds(actor, before)) throw notHeld();
    const author = await findAuthor(tx, { keyId: actor.apiKeyId, memberId: actor.memberId });
    const words = {
      role: 'HUMAN',
      content: translated?.text ?? typed,
      originalContent: typed,
      // What a person types is in a language that nobody has said, unless a translator found it to be the visitor's.
      language: translated === null ? null : target.language,
      translated: translated !== null && !translated.isAsTyped,
      authorKeyId: actor.apiKeyId,
      authorMemberId: actor.memberId,
    } as const;
    const changes = { waitingSince: null, ...(await leaseFor(tx, before.leaseSeconds)) };
    return addMessage(tx, before, words, author, 'conversation.message_sent', changes);
  });
}

async function renew(tx: Tx, actor: Actor, id: string): Promise<void> {
  const before = await lockConversation(tx, id);
  if (before.status !== 'HUMAN_ACTIVE' || !holds(actor, before)) throw notHeld();
  await renewLease(tx, before, before.leaseSeconds);
}

const notHeld = () => conflict('Take the conversation over before replying to it.');

type Translated = { readonly text: string; readonly isAsTyped: boolean };

/** A translator that fails or hangs never costs the message: it goes out as typed. */
async function translate(
  { services }: DomainContext,
  typed: string,
  { id: conversationId, orgId, businessId, language: to }: Conversation,
): Promise<Translated | null> {
  if (!to) return null;
  const onBehalf = { orgId, businessId, conversationId };
  try {
    const translating = (signal: AbortSignal) => services.translator.translate({ text: typed, to, signal, onBehalf });
    const made = await inTime(limits.translateMs, translating);
    return made && { text: made.text, isAsTyped: made.from != null && isSameLanguage(made.from, to) };
  } catch (error) {
    services.warn(error, 'A reply could not be translated and goes out as typed.');
    return null;
  }
}
