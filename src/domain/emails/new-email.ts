import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';

const unsent = {
  enrolmentId: null,
  campaignId: null,
  step: null,
  instructions: null,
  writtenAt: null,
  aiWritten: false,
  approvedAt: null,
  sentSubject: null,
  bodyText: null,
  bodyHtml: null,
  toAddress: null,
  fromAddress: null,
  messageId: null,
  unsubscribeHash: null,
  claimedAt: null,
  claimedBy: null,
  attempts: 0,
  error: null,
  sentAt: null,
} as const satisfies Partial<ScheduledEmail>;

/** What there is to say of a mail before it is sent; all else is the columns' defaults. */
export type NewEmail = Omit<ScheduledEmail, keyof typeof unsent> & Partial<Pick<ScheduledEmail, keyof typeof unsent>>;

/** The row of a mail that was never tried to send. */
export const newEmail = (given: NewEmail): ScheduledEmail => ({ ...unsent, ...given });
