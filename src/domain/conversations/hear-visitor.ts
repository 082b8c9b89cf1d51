import type { Tx } from '../../db/write/write.ts';
import type { MessageSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { findAssistant } from '../widgets/find-assistant.ts';
import { type Capture, captureLead, findMessages, type Heard } from './capture-lead.ts';
import { changeConversation, type LockedConversation, lockConversation } from './conversation-snapshot.ts';
import type { FlatFacts } from './responder/captured.ts';

type Received = {
  readonly conversation: LockedConversation;
  readonly message: Pick<MessageSnapshot, 'id'>;
  /** The conversation before the message. */
  readonly before: LockedConversation;
};

const noRoom = 'A chat made no lead: the leads of an hour of its widget, or those of the plan, are used up.';

/** Captures the lead that the visitor's words give away, and keeps with the conversation what came of it. */
export async function keepLead(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
  heard: Heard,
): Promise<LockedConversation> {
  const data = changeBy(await captureLead(tx, context, conversation, heard), conversation, tx.now);
  return data ? changeConversation(tx, conversation, data) : conversation;
}

function changeBy(captured: Capture, { leadId, notCapturedAt }: LockedConversation, now: Date) {
  if (captured === 'NOBODY') return null;
  if (captured === 'NO_ROOM') return notCapturedAt === null ? { notCapturedAt: now } : null;
  return captured.leadId === leadId ? null : { leadId: captured.leadId, notCapturedAt: null };
}

/** Tells the log where a chat makes no lead any more. */
export function tellNoRoom({ services }: DomainContext, before: LockedConversation, after: LockedConversation): void {
  const { id: conversationId, widgetId, notCapturedAt } = after;
  if (before.notCapturedAt === null && notCapturedAt !== null) services.warn({ widgetId, conversationId }, noRoom);
}

/**
 * Has a model read what a visitor who just wrote tells of themselves, and keeps it in a write of its own. Where the model cannot,
 * the rules read. Answers the conversation as it is then.
 */
export async function readLead(context: DomainContext, received: Received): Promise<LockedConversation> {
  const { conversation, message, before } = received;
  const found = await ask(context, received);
  const kept = await context.write(async (tx) => {
    const locked = await lockConversation(tx, conversation.id);
    return keepLead(tx, context, locked, { messageId: message.id, before, found });
  });
  tellNoRoom(context, conversation, kept);
  return kept;
}

async function ask({ db, services }: DomainContext, { conversation, message }: Received): Promise<FlatFacts | null> {
  const { id: conversationId, orgId, businessId, widgetId } = conversation;
  if (!services.leadReader) return null;
  const latest = await findMessages(db, conversationId, message.id);
  const { tokensPerDay } = await findAssistant(db, widgetId);
  const onBehalf = { orgId, businessId, conversationId };
  return services.leadReader.read({ messages: latest.toReversed(), onBehalf, widgetId, tokensPerDay });
}
