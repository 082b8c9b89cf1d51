/** A mail as it is handed over: to one recipient, with nothing left to fill in. */
export type OutgoingMail = {
  readonly id: string;
  readonly orgId: string;
  readonly businessId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** Where one click, or one POST, ends campaigns to the recipient; null for a mail that somebody wrote. */
  readonly unsubscribeUrl: string | null;
};

/** What became of a mail, as far as can be known. Errors are sentences of ours. */
export type Posted =
  | { readonly outcome: 'SENT' }
  | { readonly outcome: 'KEPT' }
  /** The server takes no mail to that address. */
  | { readonly outcome: 'BOUNCED'; readonly error: string }
  /** The server takes this mail never. */
  | { readonly outcome: 'FAILED'; readonly error: string }
  /**
   * Nothing was taken over: it may be tried again. What tells against the server alone is no fault of the mail; where it was said
   * of this recipient, whether it is can only be found out by trying for so long.
   */
  | {
      readonly outcome: 'LATER';
      readonly error: string;
      readonly isServers: boolean;
      readonly isOfRecipient?: boolean;
    }
  /** It was handed over and never acknowledged: it may have gone out. */
  | { readonly outcome: 'UNCERTAIN'; readonly error: string };

/** What takes mail out of the house. */
export type Mailer = {
  readonly kind: 'SMTP' | 'FILES';
  /** Whom mail is from: an address, with a name before it where there is one. */
  readonly from: string;
  /** Whether it hands over to this machine alone, as in trials. */
  readonly isOnLoopback: boolean;
  /** Whether there is any use in trying for the workspace just now. */
  mayTry(orgId: string): Promise<boolean>;
  /** Hands one mail over, within `limits.mailMs`; never throws. */
  post(mail: OutgoingMail): Promise<Posted>;
  /** Takes away what it kept of mails whose lead is gone for good. */
  forget(ids: readonly string[]): Promise<void>;
};
