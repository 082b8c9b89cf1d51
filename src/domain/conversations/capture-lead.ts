import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { changeLead } from '../leads/change-lead.ts';
import { insertLead, prepareLead } from '../leads/insert-lead.ts';
import { toLeadColumns } from '../leads/lead-columns.ts';
import { lockLead } from '../leads/lead-snapshot.ts';
import { hasRoomForLead } from '../plans.ts';
import { insertTask } from '../tasks/insert-task.ts';
import { toAddedFields, toLeadFields } from './captured-fields.ts';
import type { LockedConversation } from './conversation-snapshot.ts';
import { type Captured, isLead } from './responder/captured.ts';
import { extractLead } from './responder/extract-lead.ts';
import { readConversation } from './responder/read-conversation.ts';

const followUpAfterMs = 24 * 60 * 60 * 1000;
const rememberedMessages = 50;

/**
 * Makes or completes the lead that a visitor's words give away: one with an e-mail address or a phone number. A lead that
 * already has the address is completed instead of doubled. At the plan's limit nothing is captured and the chat goes on.
 * Called once the visitor's message is stored; answers the id of the conversation's lead, or null while there is none.
 */
export async function captureLead(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
): Promise<string | null> {
  const latest = await tx.message.findMany({
    where: { conversationId: conversation.id },
    orderBy: { id: 'desc' },
    take: rememberedMessages,
    select: { role: true, content: true },
  });
  const visitor = { name: conversation.visitorName, email: conversation.visitorEmail };
  const [message, ...earlier] = latest;
  const lastReply = earlier.find(({ role }) => role === 'AI' || role === 'HUMAN')?.content;
  if (conversation.leadId && (await isThere(tx, conversation.leadId))) {
    const said = extractLead(message?.content ?? '', { name: null, email: null }, lastReply);
    return complete(tx, conversation.leadId, said);
  }
  const known = readConversation(latest.toReversed(), visitor);
  return isLead(known) ? capture(tx, context, conversation, known) : null;
}

const isThere = async (tx: Tx, id: string) =>
  (await tx.lead.findFirst({ where: { id, deletedAt: null }, select: { id: true } })) !== null;

async function capture(tx: Tx, context: DomainContext, conversation: LockedConversation, known: Captured) {
  const { id: conversationId, businessId, widgetId } = conversation;
  const fields = toLeadFields(known);
  const findSameAddress = async () =>
    fields.email
      ? tx.lead.findFirst({ where: { email: fields.email, businessId, deletedAt: null }, orderBy: { id: 'desc' } })
      : null;
  // Looked for twice: a lead's row is locked before the organisation's, and only behind that lock none can come anew.
  const sameAddress = (await findSameAddress()) ?? (await tx.serialise(), await findSameAddress());
  if (sameAddress) return complete(tx, sameAddress.id, known);
  if (!(await hasRoomForLead(tx, context.actor))) return null;
  const origin = { source: 'chat', businessId, widgetId, conversationId };
  const lead = await insertLead(tx, origin, await prepareLead(tx, fields));
  await scheduleFollowUp(tx, lead);
  return lead.id;
}

async function complete(tx: Tx, leadId: string, said: Captured): Promise<string> {
  const before = await lockLead(tx, leadId);
  await changeLead(tx, before, await toLeadColumns(tx, toAddedFields(before, said)));
  return leadId;
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
