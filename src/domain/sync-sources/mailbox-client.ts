/** How a mailbox is reached. */
export type MailboxServer = {
  readonly host: string;
  readonly port: number;
  /** Whether it speaks TLS from the first byte; else it is asked to change to it, but on this machine. */
  readonly isSecure: boolean;
  readonly user: string;
  readonly password: string;
};

/** A place in a folder: its server may begin to count anew, and says so by another validity. */
export type MailboxPlace = { readonly validity: string; readonly uid: number };

/** What of a mail may tell of a lead. */
export type CameMail = {
  readonly uid: number;
  /** Its beginning, which tells a repetition. */
  readonly raw: Uint8Array<ArrayBuffer>;
};

export type MailboxClient = {
  /** The end of a folder, so that only what comes from now on is read. @throws MailboxError */
  findEnd(server: MailboxServer, folder: string): Promise<MailboxPlace>;
  /**
   * Hands over what came since, the oldest first, until `take` answers false or the node stops. Mails stay as they are.
   * @throws MailboxError
   */
  readSince(
    server: MailboxServer,
    folder: string,
    since: MailboxPlace,
    isStopping: () => boolean,
    take: (mail: CameMail, validity: string) => Promise<boolean>,
  ): Promise<void>;
};

/** A mailbox that cannot be read: a sentence for whoever connects it. */
export class MailboxError extends Error {
  override readonly name = 'MailboxError';
}
