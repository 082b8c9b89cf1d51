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
import { type Captured, type Facts, isLead } from './responder/captured.ts';
import { extractLead } from './responder/extract-lead.ts';
import { readConversation } from './responder/read-conversation.ts';

/** The conversation's lead; or the visitor is nobody yet, or there is no room for a lead more. */
export type Capture = { readonly leadId: string } | 'NOBODY' | 'NO_ROOM';

const followUpAfterMs = 24 * 60 * 60 * 1000;
const rememberedMessages = 50;
const nothing = (): Facts => ({ bant: {} });

/**
 * Makes or completes the lead that a visitor's words give away: one with an e-mail address or a phone number. A lead that
 * already has the address is completed instead of doubled. Where the leads of the plan, or of the widget's hour, are used up,
 * nothing is captured and the chat goes on.
 * Called once the visitor's message is stored.
 * @param before the conversation as it was until then
 */
export async function captureLead(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
  before: LockedConversation,
): Promise<Capture> {
  const latest = await tx.message.findMany({
    where: { conversationId: conversation.id },
    orderBy: { id: 'desc' },
    take: rememberedMessages,
    select: { role: true, content: true },
  });
  const [message, ...earlier] = latest;
  if (conversation.leadId && (await isThere(tx, conversation.leadId))) {
    const lastReply = earlier.find(({ role }) => role === 'AI' || role === 'HUMAN')?.content;
    const said = extractLead(message?.content ?? '', newlyTold(conversation, before), lastReply);
    const saidBefore = () => readConversation(earlier.toReversed(), visitorOf(before));
    return complete(tx, conversation, conversation.leadId, said, saidBefore);
  }
  const known = readConversation(latest.toReversed(), visitorOf(conversation));
  return isLead(known) ? capture(tx, context, conversation, known) : 'NOBODY';
}

const isThere = async (tx: Tx, id: string) =>
  (await tx.lead.findFirst({ where: { id, deletedAt: null }, select: { id: true } })) !== null;

const visitorOf = ({ visitorName: name, visitorEmail: email }: LockedConversation) => ({ name, email });

/** Pages tell who their visitor is with every message. */
const newlyTold = ({ visitorName: name, visitorEmail: email }: LockedConversation, before: LockedConversation) => ({
  name: name === before.visitorName ? null : name,
  email: email === before.visitorEmail ? null : email,
});

async function capture(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
  known: Captured,
): Promise<Capture> {
  const { id: conversationId, businessId, widgetId } = conversation;
  const fields = toLeadFields(known);
  const sameAddress = fields.email ? await findLeadOfAddress(tx, { businessId }, fields.email) : null;
  if (sameAddress) return complete(tx, conversation, sameAddress.id, known, nothing);
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
async function complete(tx: Tx, { id }: LockedConversation, leadId: string, said: Facts, saidBefore: () => Facts) {
  const before = await lockLead(tx, leadId);
  await fillOrNote(tx, before, {
    said: toClaims(said),
    own: () => (before.conversationId === id ? toClaims(saidBefore()) : {}),
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
