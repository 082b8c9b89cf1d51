import type { Address, Email } from 'postal-mime';
import { isAutomatic, wordsOf } from '../returned/read-returned.ts';

/** A mail as a mapping reads it: what its fields are called, and where who wrote stands. */
export type MailBody = {
  readonly email: string | null;
  readonly name: string | null;
  readonly subject: string | null;
  readonly message: string | null;
  readonly to: readonly string[];
};

export type ReadMail =
  | { readonly body: MailBody }
  /** Why it tells of no lead. */
  | { readonly passedOver: string };

const messageChars = 2000;

/** What a mail tells of who wrote it. Reports, absence notes, mails of lists and the mailbox’s own tell of nobody. */
export async function readMail(raw: Uint8Array, user: string): Promise<ReadMail> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 20 });
  if (isOfNobody(mail))
    return { passedOver: 'Nobody wrote it: it is a report, an absence note, or the mail of a list.' };
  const [from = mail.from, ...others] = mail.replyTo?.length === 1 ? mail.replyTo : [mail.from];
  const email = addressOf(from) ?? addressOf(mail.from);
  if (email !== null && email.toLowerCase() === user.toLowerCase())
    return { passedOver: 'The mailbox itself wrote it.' };
  if (others.length > 0) return { passedOver: 'It names several people who wrote it.' };
  return {
    body: {
      email,
      name: lineOf(mail.from?.name) ?? lineOf(from?.name),
      subject: lineOf(mail.subject),
      message:
        wordsOf(mail.text ?? '')
          .slice(0, messageChars)
          .toWellFormed() || null,
      to: (mail.to ?? []).slice(0, 20).flatMap((to) => addressOf(to) ?? []),
    },
  };
}

const addressOf = (address: Address | undefined): string | null =>
  address !== undefined && 'address' in address && address.address ? storable(address.address) : null;

/** In one line, without what no field can hold. */
const lineOf = (text: string | undefined): string | null =>
  storable((text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 500)) || null;

const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Nobody writes a report, and who writes to a list writes to nobody here (RFC 2919, 2369). */
function isOfNobody(mail: Email): boolean {
  const isReport = mail.attachments.some(({ mimeType }) => mimeType === 'message/delivery-status');
  const isOfList = mail.headers.some(({ key }) => key === 'list-id' || key === 'list-unsubscribe');
  return isReport || isOfList || isAutomatic(mail);
}
