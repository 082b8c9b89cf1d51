import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { changeLead } from '../leads/change-lead.ts';
import { insertLead } from '../leads/insert-lead.ts';
import { toLeadColumns } from '../leads/lead-columns.ts';
import { lockLead } from '../leads/lead-snapshot.ts';
import { hasRoomForLead } from '../plans.ts';
import { insertTask } from '../tasks/insert-task.ts';
import type { LockedConversation } from './conversation-snapshot.ts';
import { type Captured, extractLead } from './responder/extract-lead.ts';
import { mergeCaptured } from './responder/merge-captured.ts';
import { toLeadFields } from './captured-fields.ts';

const followUpAfterMs = 24 * 60 * 60 * 1000;
const rememberedMessages = 50;

type Visitor = { readonly name: string | null; readonly email: string | null };

/** Everything the visitor has said of themselves so far, this message included. */
async function gather(tx: Tx, conversation: LockedConversation, visitor: Visitor, message: string): Promise<Captured> {
  const earlier = await tx.message.findMany({
    where: { conversationId: conversation.id, role: 'VISITOR' },
    orderBy: { id: 'desc' },
    take: rememberedMessages,
    select: { content: true },
  });
  const texts = [...earlier.map(({ content }) => content).reverse(), message];
  return texts.map((text) => extractLead(text, visitor)).reduce(mergeCaptured);
}

/**
 * Makes or completes the lead that a visitor's words give away: one with an e-mail address or a phone number. A lead that
 * already has this address is completed instead of doubled. At the plan's limit nothing is captured and the chat goes on.
 * Answers the id of the conversation's lead, or null while there is none.
 */
export async function captureLead(
  tx: Tx,
  context: DomainContext,
  conversation: LockedConversation,
  visitor: Visitor,
  message: string,
): Promise<string | null> {
  const found = extractLead(message, visitor);
  const known = conversation.leadId ? await tx.lead.findFirst({ where: { id: conversation.leadId, deletedAt: null } }) : null;
  if (known) return complete(tx, known.id, found);
  if (!found.email && !found.phone) return null;

  const all = await gather(tx, conversation, visitor, message);
  await tx.serialise();
  const sameAddress = all.email
    ? await tx.lead.findFirst({
        where: { email: all.email, businessId: conversation.businessId, deletedAt: null },
        orderBy: { id: 'desc' },
      })
    : null;
  if (sameAddress) return complete(tx, sameAddress.id, all);
  if (!(await hasRoomForLead(tx, context.actor))) return null;
  const lead = await insertLead(tx, originOf(conversation), toLeadFields(all));
  await scheduleFollowUp(tx, lead);
  return lead.id;
}

const originOf = ({ id, businessId, widgetId }: LockedConversation) => ({
  source: 'chat',
  businessId,
  widgetId,
  conversationId: id,
});

async function complete(tx: Tx, leadId: string, found: Captured): Promise<string> {
  const before = await lockLead(tx, leadId);
  await changeLead(tx, before, await toLeadColumns(tx, toLeadFields(found, before)));
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
