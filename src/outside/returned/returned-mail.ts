import type { ImapFlow } from 'imapflow';
import type { Logger } from 'pino';
import { findMailReport, type RecordMailReport } from '../../domain/emails/record-mail-report.ts';
import type { MailReply } from '../../domain/emails/record-mail-reply.ts';
import { limits } from '../../limits.ts';
import type { AddressPolicy } from '../../webhooks/post/safe-address.ts';
import { askMailbox, type ImapServer, openImap, readBehind } from './imap-connection.ts';
import { readReturned } from './read-returned.ts';

/** Up to where a mailbox was read; its server may begin to count anew, and says so by another validity. */
export type MailboxPosition = { readonly mailbox: string; readonly validity: string; readonly uid: number };

export type ReturnedMailOptions = {
  readonly server: ImapServer;
  readonly addresses: Pick<AddressPolicy, 'addressesOf'>;
  readonly log: Pick<Logger, 'warn'>;
  /** Where it is remembered how far the mailbox was read, for whichever node comes next. */
  readonly position: {
    find(): Promise<MailboxPosition | null>;
    keep(position: MailboxPosition): Promise<void>;
  };
  readonly report: RecordMailReport;
  readonly reply: (reply: MailReply) => Promise<void>;
};

const inbox = 'INBOX';
const mostInATurn = 500;

/**
 * Reads what came into a mailbox since it was read last, each mail once, and leaves it there as it is. One that cannot be read is
 * passed over; where the database or the server fails, the next turn goes on with the same mail. Answers how many told something.
 */
export function createReturnedMail({ server, addresses, log, position, report, reply }: ReturnedMailOptions) {
  const mailbox = `${server.user}@${server.host}/${inbox}`;

  /** What cannot be read is passed over, and what the verbs cannot take. Answers whether anything was told. */
  async function take(raw: Uint8Array, uid: number): Promise<boolean> {
    const passOver = (error: unknown) => {
      log.warn({ err: error, mailbox, uid }, 'A mail that came back could not be read, and is passed over.');
      return null;
    };
    const returned = await readReturned(raw).catch(passOver);
    if (!returned) return false;
    if ('reply' in returned) await reply(returned.reply);
    else for (const told of returned.reports.flatMap((each) => findMailReport(each) ?? [])) await report(told);
    return 'reply' in returned || returned.reports.length > 0;
  }

  async function readNew(client: ImapFlow, isStopping: () => boolean): Promise<number> {
    const opened = await askMailbox(() => client.mailboxOpen(inbox, { readOnly: true }));
    const validity = String(opened.uidValidity);
    const known = await position.find();
    const last = known?.mailbox === mailbox && known.validity === validity ? known.uid : 0;
    const turn = { most: mostInATurn, mostBytes: limits.returnedMailBytes, isStopping };
    let told = 0;
    for await (const { uid, raw } of readBehind(client, last, { ...turn, ask: (put) => askMailbox(put) })) {
      if (raw && (await take(raw, uid))) told += 1;
      await position.keep({ mailbox, validity, uid });
    }
    return told;
  }

  return {
    async read(isStopping: () => boolean = () => false): Promise<number> {
      const client = await openImap(server, addresses);
      try {
        return await readNew(client, isStopping);
      } finally {
        client.close();
      }
    },
  };
}
