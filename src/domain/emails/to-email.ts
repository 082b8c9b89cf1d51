import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { EmailSnapshot } from '../../events/snapshot.ts';

/** A mail as it is read: as it went out, or as it is written where it has not. */
export function toEmail(row: ScheduledEmail): EmailSnapshot {
  const { id, leadId, campaignId, bodyHtml, aiWritten, error, dueAt, sentAt, createdAt } = row;
  return {
    id,
    leadId,
    campaignId,
    subject: row.sentSubject ?? row.subject,
    bodyText: row.bodyText ?? row.body,
    bodyHtml,
    to: row.toAddress,
    from: row.fromAddress,
    status: row.state,
    aiWritten,
    error,
    dueAt,
    sentAt,
    createdAt,
  };
}

/** What an event of it keeps, and the ids by which it is found. */
export const emailEvent = (row: ScheduledEmail): EventRecord => ({
  subjectId: row.id,
  businessId: row.businessId,
  leadId: row.leadId,
  conversationId: null,
  snapshot: { email: toEmail(row) },
});
