import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { hashSecret, visitorToken as tokens } from '../../access/credentials.ts';
import { isUseNews, isVisitors } from '../../access/visitor-token.ts';
import type { Widget } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { MessageSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { forbidden, invalidField, notFound } from '../../errors.ts';
import { email, languageTag, name, parseInput, text } from '../input.ts';
import { addMessage } from './add-message.ts';
import { answerVisitor } from './answer-visitor.ts';
import { askTeam } from './ask-team.ts';
import { type LockedConversation, lockConversation } from './conversation-snapshot.ts';
import { keepLead, readLead, tellNoRoom } from './hear-visitor.ts';
import { maxMessageLength } from './reply-to-conversation.ts';
import { translateMessage } from './translate-message.ts';
import { waitingOnceHeard } from './waiting.ts';

const sendVisitorMessageInput = z.strictObject({
  message: text(maxMessageLength),
  conversationId: text(40).nullish(),
  /** What the visitor's browser made, or the conversation's first answer gave it; a public widget key needs it to go on. */
  visitorToken: text(100).nullish(),
  visitor: z
    .strictObject({
      name: name(200).nullish(),
      email: email.nullish(),
      language: languageTag.nullish(),
    })
    .nullish(),
});

type VisitorMessage = z.output<typeof sendVisitorMessageInput>;

export type VisitorMessageSent = {
  readonly conversation: LockedConversation;
  readonly message: MessageSnapshot;
  /** What the AI answered; null while a person holds the conversation, and where a later message's answer is for this one too. */
  readonly reply: MessageSnapshot | null;
  /** Made where a new conversation came without one, and told again to whoever showed it. */
  readonly visitorToken: string | null;
};

/**
 * Takes in what a visitor wrote: the message, its event, and the lead and follow-up task it gives away are one write; where a model
 * reads leads, those are one of their own, before this answers. Meanwhile, unless a person holds the conversation, the AI answers.
 * @throws NOT_FOUND for a widget or conversation the caller cannot see, or whose visitor token it does not have.
 */
export async function sendVisitorMessage(
  context: DomainContext,
  widgetId: string,
  input: z.input<typeof sendVisitorMessageInput>,
): Promise<VisitorMessageSent> {
  const { actor } = context;
  requireScope(actor, 'conversations:write');
  if (actor.widgetId !== null && actor.widgetId !== widgetId) throw forbidden('This key belongs to another widget.');
  const sent = parseInput(sendVisitorMessageInput, input);
  const token = tokenOf(sent);
  const { usedAt, before, ...received } = await context.write(async (tx) => {
    const widget = await tx.widget.findFirst({ where: { id: widgetId, deletedAt: null }, include: { business: true } });
    if (!widget) throw notFound('widget');
    const { before, usedAt } = sent.conversationId
      ? await continueConversation(tx, context, widget, sent.conversationId, token)
      : { before: await startConversation(tx, widget, token ?? '', sent), usedAt: null };
    return { usedAt, before, ...(await receive(tx, context, before, sent)) };
  });
  if (token !== null) tellUse(context, received.conversation.id, usedAt);
  tellNoRoom(context, before, received.conversation);
  translateAfterwards(context, received.message);
  const [reply, conversation] = await Promise.all([
    answerVisitor(context, received.conversation),
    hear(context, { ...received, before }),
  ]);
  return { ...received, conversation, reply, visitorToken: token };
}

/** Who talks to a person does not wait for a model to read along. */
async function hear(context: DomainContext, received: Parameters<typeof readLead>[1]): Promise<LockedConversation> {
  const { conversation } = received;
  const { services } = context;
  if (!services.leadReader) return conversation;
  if (conversation.status !== 'HUMAN_ACTIVE') return readLead(context, received);
  services.afterwards(`lead of ${conversation.id}`, async () => void (await readLead(context, received)));
  return conversation;
}

/** Nobody waits for it: the AI answers what was typed. */
function translateAfterwards(context: DomainContext, { id }: MessageSnapshot): void {
  const { services } = context;
  if (services.providers.includes('TRANSLATION'))
    services.afterwards(`translation of ${id}`, () => translateMessage(context, id));
}

/** @throws INVALID where a new conversation is to have a token that could be guessed */
function tokenOf({ conversationId, visitorToken }: VisitorMessage): string | null {
  if (conversationId) return visitorToken ?? null;
  if (visitorToken == null) return tokens.mint();
  if (tokens.isOne(visitorToken)) return visitorToken;
  throw invalidField('visitorToken', 'must be vt_ and 43 letters and digits');
}

async function startConversation(
  tx: Tx,
  widget: Widget & Pick<LockedConversation, 'business'>,
  token: string,
  sent: VisitorMessage,
) {
  const { business, ...plainWidget } = widget;
  const conversation = await tx.conversation.create({
    data: {
      id: tx.newId(),
      widgetId: widget.id,
      businessId: widget.businessId,
      visitorTokenHash: hashSecret(token),
      language: sent.visitor?.language ?? null,
      visitorName: sent.visitor?.name ?? null,
      visitorEmail: sent.visitor?.email ?? null,
      createdAt: tx.now,
      updatedAt: tx.now,
    },
  });
  return { ...conversation, business, widget: plainWidget };
}

async function continueConversation(
  tx: Tx,
  { actor }: DomainContext,
  widget: Widget,
  id: string,
  token: string | null,
) {
  const before = await lockConversation(tx, id);
  if (before.widgetId !== widget.id) throw notFound('conversation');
  // The public key is in every visitor's page: without the token one visitor could read and write as another.
  if (actor.widgetId === null && token === null) return { before, usedAt: null };
  const use = await tx.visitorTokenUse.findFirst({ where: { conversationId: id } });
  const usedAt = use?.lastUsedAt ?? null;
  const known = { hash: before.visitorTokenHash, usedAt, changedAt: before.updatedAt };
  if (!isVisitors(known, token, tx.now)) throw notFound('conversation');
  return { before, usedAt };
}

function tellUse({ actor, services }: DomainContext, conversationId: string, usedAt: Date | null): void {
  const now = services.clock.now();
  if (isUseNews(usedAt, now)) services.visitorSeen({ orgId: actor.orgId, conversationId, at: now });
}

async function receive(tx: Tx, context: DomainContext, before: LockedConversation, sent: VisitorMessage) {
  const visitor = {
    name: sent.visitor?.name ?? before.visitorName,
    email: sent.visitor?.email ?? before.visitorEmail,
    language: sent.visitor?.language ?? before.language,
  };
  const changes = {
    visitorName: visitor.name,
    visitorEmail: visitor.email,
    language: visitor.language,
    waitingSince: waitingOnceHeard(before, sent.message, tx.now),
    ...(before.status === 'CLOSED' ? { status: 'ACTIVE' as const, closedAt: null } : {}),
  };
  const received = 'conversation.message_received';
  const words = {
    role: 'VISITOR',
    content: sent.message,
    originalContent: sent.message,
    language: visitor.language,
    translated: false,
  } as const;
  const { conversation, message } = await addMessage(tx, before, words, null, received, changes);
  const heard = { messageId: message.id, before, found: null };
  const kept = context.services.leadReader ? conversation : await keepLead(tx, context, conversation, heard);
  if (kept.status === 'ACTIVE' && before.waitingSince === null && kept.waitingSince !== null) await askTeam(tx, kept);
  return { conversation: kept, message };
}
