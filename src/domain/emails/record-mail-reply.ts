import { isJsonObject } from '../../json.ts';
import { lockIfThere } from '../leads/fields/lead-snapshot.ts';
import { addTouchpoint } from '../touchpoints/add-touchpoint.ts';
import type { Across } from './across.ts';
import { mailOfMessageId } from './mail-of-message-id.sql.ts';

export type MailReply = {
  /** The Message-IDs that it says it answers, with their angle brackets. */
  readonly answered: readonly string[];
  /** Its own; null where it has none. */
  readonly messageId: string | null;
  readonly message: string | null;
};

/**
 * Records that the lead of a mail answered it, with all that follows from a reply: its campaigns end. A reply that was recorded
 * already, one to no mail of ours, and one of a lead that is deleted, change nothing.
 */
export async function recordMailReply({ actAsSystem, runAcross }: Across, reply: MailReply): Promise<void> {
  const { answered, messageId, message } = reply;
  for (const id of answered) {
    const [mail] = await runAcross(mailOfMessageId, { messageId: id });
    if (!mail) continue;
    const context = actAsSystem(mail.orgId, 'mail-reply');
    await context.write(async (tx) => {
      const lead = await lockIfThere(tx, mail.leadId);
      if (!lead) return;
      const metadata = { emailId: mail.id, messageId: messageId ?? id };
      const known = await tx.touchpoint.findMany({
        where: { leadId: lead.id, type: 'REPLY', channel: 'email' },
        select: { metadata: true },
      });
      if (known.some((one) => isReply(one.metadata, metadata.messageId))) return;
      const touchpoint = { type: 'REPLY', channel: 'email', summary: message, metadata, occurredAt: tx.now } as const;
      await addTouchpoint(tx, context, lead, touchpoint);
    });
    return;
  }
}

const isReply = (metadata: unknown, messageId: string): boolean =>
  isJsonObject(metadata) && metadata['messageId'] === messageId;
