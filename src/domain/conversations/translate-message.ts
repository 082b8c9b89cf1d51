import { systemActor } from '../../access/actor.ts';
import type { Message, Organisation } from '../../db/generated/prisma/client.ts';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import type { DomainContext } from '../context.ts';
import { lockConversation, changeConversation } from './conversation-snapshot.ts';
import { isSameLanguage, isTelling, type Translation } from './translator.ts';

type Readers = Pick<Organisation, 'agentLanguage' | 'outsideCapabilities'>;

export type Translatable = Pick<
  Message,
  'id' | 'orgId' | 'businessId' | 'conversationId' | 'role' | 'content' | 'language' | 'translationLanguage'
>;

/** Whether a translator is to be asked for it, who did not answer yet. */
export const awaitsTranslation = (
  { services }: Pick<DomainContext, 'services'>,
  { agentLanguage, outsideCapabilities }: Readers,
  { role, content, language, translationLanguage }: Translatable,
): boolean =>
  role === 'VISITOR' &&
  translationLanguage === null &&
  services.providers.includes('TRANSLATION') &&
  outsideCapabilities.includes('TRANSLATION') &&
  // A page tells its own language, which its visitors need not write.
  (language === null || !isSameLanguage(language, agentLanguage) || isTelling(content));

/**
 * Puts what a visitor wrote into the language of the agents, once it is committed, by the product's own doing. A translator that
 * fails costs the translation, never the message: whoever reads it next has it tried again.
 */
export async function translateMessage(caller: Pick<DomainContext, 'services' | 'actor'>, id: string): Promise<void> {
  const { services, actor } = caller;
  const system = services.openAs(systemActor(actor.orgId, actor.requestId));
  const message = await system.db.message.findFirst({ where: { id } });
  const readers = message && (await system.db.organisation.findFirst({ where: { id: actor.orgId } }));
  if (!readers || !awaitsTranslation(system, readers, message)) return;
  const made = await translate(system, message, readers.agentLanguage);
  if (made) await keep(system, message, readers.agentLanguage, made);
}

async function translate(
  { services }: DomainContext,
  { content, orgId, businessId, conversationId }: Translatable,
  to: string,
): Promise<Translation | null> {
  const onBehalf = { orgId, businessId, conversationId };
  const asked = (signal: AbortSignal) => services.translator.translate({ text: content, to, signal, onBehalf });
  try {
    return await inTime(limits.translateMs, asked);
  } catch (error) {
    services.warn(error, 'What a visitor wrote could not be translated; it is tried again when it is read.');
    return null;
  }
}

/** The language that was found out is the visitor's where no page has said it, and the words are enough to tell. */
async function keep(
  { write }: DomainContext,
  { id, businessId, conversationId, content, language }: Translatable,
  agentLanguage: string,
  { text, from = null }: Translation,
): Promise<void> {
  const found = from !== null && isTelling(content) ? from : null;
  const isRead = text === content || (from !== null && isSameLanguage(from, agentLanguage));
  await write(async (tx) => {
    tx.audit('message.translated', { id, businessId });
    const before = found === null ? null : await lockConversation(tx, conversationId);
    if (before?.language === null)
      await changeConversation(tx, before, { language: found, updatedAt: before.updatedAt });
    await tx.message.updateManyAndReturn({
      where: { id, translationLanguage: null },
      data: {
        translation: isRead ? null : text,
        translationLanguage: agentLanguage,
        language: found ?? language,
      },
    });
  });
}
