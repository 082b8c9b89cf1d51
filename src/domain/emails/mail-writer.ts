import type { LeadRow } from '../../events/snapshot.ts';

/** What a mail is to be about. */
export type MailBrief = {
  readonly lead: LeadRow;
  /** What the campaign's step says, or what a template would. */
  readonly subject: string;
  readonly body: string;
  /** What somebody wants said. */
  readonly instructions: string | null;
  readonly tone: string | null;
};

export type WrittenMail = { readonly subject: string; readonly body: string };

/** Writes mail, as a model does. */
export type MailWriter = {
  /** Null where it could not; never throws. */
  write(brief: MailBrief): Promise<WrittenMail | null>;
};
