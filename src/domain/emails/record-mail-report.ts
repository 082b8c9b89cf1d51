import { z } from 'zod';
import { parseInput, text } from '../input.ts';
import { lockLeadsOfAddress } from '../leads/lock-leads-of-address.ts';
import { markAddressBounced } from '../leads/mark-email-bounced.ts';
import { unsubscribeLocked } from '../leads/unsubscribe-lead.ts';
import type { Across } from './across.ts';
import { endEnrolment } from './end-enrolment.ts';
import { mailOfMessageId } from './mail-of-message-id.sql.ts';
import { tellSent } from './settle-email.ts';

const mailReportInput = z.strictObject({
  type: z.enum(['bounce', 'complaint']),
  /** Of the mail, with its angle brackets or without. */
  messageId: text(998).transform((id) => `<${id.replace(/^<|>$/g, '')}>`),
  /** As the mail was addressed. */
  recipient: text(320).normalize('NFC').toLowerCase(),
  /** Whether the address will take no mail later either. A complaint is final. */
  permanent: z.boolean(),
});

export type MailReport = z.output<typeof mailReportInput>;

/** @throws INVALID naming what is wrong with a report */
export const readMailReport = (given: unknown): MailReport => parseInput(z.unknown().pipe(mailReportInput), given);

/** The same of one that nobody waits for the answer to; null where it is wrong. */
export const findMailReport = (given: unknown): MailReport | null => mailReportInput.safeParse(given).data ?? null;

/** Records what was told of a mail; see `recordMailReport`. */
export type RecordMailReport = (report: MailReport) => Promise<void>;

/** What may have reached its recipient, and come back since. */
const outOfTheHouse = ['SENT', 'UNCERTAIN', 'CLAIMED'] as const;

const sentences = {
  bounce: 'It came back: the address takes no mail.',
  complaint: 'Its recipient reported it as spam.',
} as const satisfies Record<MailReport['type'], string>;

/**
 * Records that a mail of ours came back for good, or was reported as spam: its campaign ends, and each lead of its workspace with the
 * address is held as bounced, after a complaint as unsubscribed too. What came back for the time being changes nothing, nor does what is
 * told again, of no mail of ours, or of another recipient than the mail's.
 */
export async function recordMailReport({ actAsSystem, runAcross }: Across, report: MailReport): Promise<void> {
  const { type, messageId, recipient, permanent } = report;
  if (type === 'bounce' && !permanent) return;
  const [mail] = await runAcross(mailOfMessageId, { messageId });
  if (!mail || mail.toAddress !== recipient) return;
  const { orgId, id, leadId } = mail;
  const context = actAsSystem(orgId, 'mail-report');
  await context.write(async (tx) => {
    const leads = await lockLeadsOfAddress(tx, leadId, recipient);
    await tx.lock('scheduled_emails', id);
    const email = await tx.scheduledEmail.findFirst({ where: { id, state: { in: [...outOfTheHouse] } } });
    if (!email) return;
    const sentAt = email.sentAt ?? (await tx.sharedNow());
    await tx.scheduledEmail.updateManyAndReturn({
      where: { id },
      data: { state: 'BOUNCED', error: sentences[type], sentAt, updatedAt: tx.now },
    });
    // Who sent it has not told so, and does not any more.
    if (email.state !== 'SENT') {
      const theirs = leads.find((lead) => lead.id === leadId && lead.deletedAt === null);
      await tellSent(tx, context, { ...email, state: 'SENT', sentAt, error: null }, theirs ?? null);
    }
    tx.audit('email.bounced', { id, businessId: email.businessId });
    for (const held of await markAddressBounced(tx, leads, recipient))
      if (type === 'complaint') await unsubscribeLocked(tx, held);
    await endEnrolment(tx, email);
  });
}
