import type { ScopedReader } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { insertLead, prepareLead } from '../leads/insert-lead.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { fillOrNote } from '../leads/unproven/fill-or-note.ts';
import { findLeadOfAddress } from '../leads/unproven/find-lead-of-address.ts';
import { hasRoomForLead } from '../plans.ts';
import { insertTask } from '../tasks/insert-task.ts';
import { takeCapture } from './capture-budget.sql.ts';
import { toClaims, toLeadFields, worthOf } from './captured-fields.ts';
import type { LockedConversation } from './conversation-snapshot.ts';
import { type Reading, readByModel, readByRules } from './reading.ts';
import { type Captured, type Facts, type FlatFacts, isLead } from './responder/captured.ts';

/** The conversation's lead; or the visitor is nobody yet, or there is no room for a lead more. */
export type Capture = { readonly leadId: string } | 'NOBODY' | 'NO_ROOM';

const followUpAfterMs = 24 * 60 * 60 * 1000;
const rememberedMessages = 50;

export type Heard = {
  /** The visitor's message, which is stored. */
  readonly messageId: string;
  /** The conversation as it was until then. */
  readonly before: LockedConversation;
  /** What a model read of the conversation; null where the rules are to read. */
  readonly found: FlatFacts | null;
};

/**
 * Makes or completes the lead that a visitor's words give away: one with an e-mail address or a phone number. A lead that
 * already has the address is completed instead of doubled. Where the leads of the plan, or of the widget's hour, are used up,
 * nothing is captured and the chat goes on.
 */
export async function captureLead(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
  { messageId, before, found }: Heard,
): Promise<Capture> {
  const latest = await findMessages(tx, conversation.id, messageId);
  const read = { latest, conversation, before };
  const reading = found ? readByModel(found, read) : readByRules(read);
  if (conversation.leadId && (await isThere(tx, conversation.leadId)))
    return complete(tx, conversation, conversation.leadId, reading.said(), reading);
  const known = reading.known();
  return isLead(known) ? capture(tx, context, conversation, known) : 'NOBODY';
}

/** The latest messages up to that one, newest first. */
export const findMessages = ({ message }: Pick<ScopedReader, 'message'>, conversationId: string, upTo: string) =>
  message.findMany({
    where: { conversationId, id: { lte: upTo } },
    orderBy: { id: 'desc' },
    take: rememberedMessages,
    select: { role: true, content: true, createdAt: true },
  });

const isThere = async (tx: Tx, id: string) =>
  (await tx.lead.findFirst({ where: { id, deletedAt: null }, select: { id: true } })) !== null;

async function capture(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
  known: Captured,
): Promise<Capture> {
  const { id: conversationId, businessId, widgetId } = conversation;
  const fields = toLeadFields(known);
  const sameAddress = fields.email ? await findLeadOfAddress(tx, { businessId }, fields.email) : null;
  if (sameAddress) return complete(tx, conversation, sameAddress.id, known, null);
  if (!(await hasRoom(tx, context, conversation))) return 'NO_ROOM';
  const origin = { source: 'chat', businessId, widgetId, conversationId };
  const lead = await insertLead(tx, origin, await prepareLead(tx, fields));
  await scheduleFollowUp(tx, lead);
  return { leadId: lead.id };
}

/** Later writes of the organisation wait, so that what is counted stays true. */
async function hasRoom(tx: Tx, { actor }: DomainContext, { id: conversationId, widget }: LockedConversation) {
  if (!(await hasRoomForLead(tx, actor))) return false;
  await tx.serialise();
  const given = { conversationId, widgetId: widget.id, leadsPerHour: widget.leadsPerHour };
  return (await tx.run(takeCapture, given)) > 0;
}

/** What made a lead is its conversation's visitor's to correct; to every other lead they are a stranger. */
async function complete(tx: Tx, { id }: LockedConversation, leadId: string, said: Facts, reading: Reading | null) {
  const before = await lockLead(tx, leadId);
  await fillOrNote(tx, before, {
    said: toClaims(said),
    own: () => (reading && before.conversationId === id ? reading.saidBefore(before) : {}),
    where: `in conversation ${id}`,
    worth: worthOf,
  });
  return { leadId };
}

async function scheduleFollowUp(tx: Tx, lead: LeadSnapshot): Promise<void> {
  await insertTask(tx, {
    type: 'FOLLOW_UP',
    title: `Follow up with ${lead.firstName ?? lead.email ?? lead.phone ?? 'the new lead'}`,
    leadId: lead.id,
    conversationId: lead.conversationId,
    widgetId: lead.widgetId,
    businessId: lead.businessId,
    dueAt: new Date(tx.now.getTime() + followUpAfterMs),
  });
}
