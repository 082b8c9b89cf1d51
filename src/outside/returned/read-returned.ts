import type { Attachment, Email } from 'postal-mime';
import type { MailReply } from '../../domain/emails/record-mail-reply.ts';

/** What a delivery status says of one recipient (RFC 3464, 2.3), or a feedback report of a mail (RFC 5965, 3). */
export type ReturnedReport = {
  readonly type: 'bounce' | 'complaint';
  readonly messageId: string;
  readonly recipient: string;
  readonly permanent: boolean;
};

export type Returned = { readonly reports: readonly ReturnedReport[] } | { readonly reply: MailReply } | null;

/** A mail to many recipients is none of ours. */
const mostRecipients = 20;
const mostIds = 50;
const replyChars = 10_000;
const mostOfLine = 2000;

/** What recipients say by it who want no more of this; that it is no spam, or has a virus, is something else (RFC 5965, 7.3). */
const complaints: ReadonlySet<string | undefined> = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list']);

/** What a mail tells that came back or came in: of mails not delivered, of one reported as spam, or an answer to one. Null for any other. */
export async function readReturned(raw: Uint8Array): Promise<Returned> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 20 });
  const partOf = (type: string) => mail.attachments.find(({ mimeType }) => mimeType === type);
  const status = partOf('message/delivery-status');
  if (status) return { reports: readStatus(textOf(status), originalIdOf(mail)) };
  const feedback = partOf('message/feedback-report');
  if (feedback) return { reports: readFeedback(fieldsOf(textOf(feedback)), mail) };
  const answered = idsIn(`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`);
  if (answered.length === 0 || isAutomatic(mail)) return null;
  const message = wordsOf(mail.text ?? '');
  return { reply: { answered, messageId: idsIn(mail.messageId ?? '')[0] ?? null, message: message || null } };
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const idsIn = (text: string): string[] => (text.match(/<[^<>\s\p{Cc}]{1,996}>/gu) ?? []).slice(-mostIds);

/** The mail that it is about comes along, or its headers. */
function originalHeadersOf({ attachments }: Email): string {
  const original = attachments.find(({ mimeType }) => /^(?:message\/rfc822|text\/rfc822-headers)$/.test(mimeType));
  return original ? (textOf(original).split(/\r?\n\r?\n/, 1)[0] ?? '') : '';
}

const originalIdOf = (mail: Email): string | null =>
  /^message-id:\s*(<[^<>\s]+>)/im.exec(originalHeadersOf(mail))?.[1] ?? null;

/**
 * Who reported the mail is told by the report, or by whom the mail was to. Where both were taken out, nothing is believed: who knows of one
 * mail could tell of the next one's.
 */
function readFeedback(fields: ReadonlyMap<string, string>, mail: Email): ReturnedReport[] {
  const messageId = originalIdOf(mail);
  if (messageId === null || !complaints.has(fields.get('feedback-type')?.toLowerCase())) return [];
  const told = [fields.get('original-rcpt-to'), fieldsOf(originalHeadersOf(mail)).get('to')].flatMap(addressesIn);
  return [...new Set(told)]
    .slice(0, mostRecipients)
    .map((recipient) => ({ type: 'complaint', messageId, recipient, permanent: true }) as const);
}

const addressesIn = (value: string | undefined): string[] =>
  (value?.match(/[^\s<>,;:"()]{1,128}@[^\s<>,;:"()]{1,255}/g) ?? []).map((address) => address.toLowerCase());

/** The fields of the mail, and then those of each recipient. */
function readStatus(text: string, messageId: string | null): ReturnedReport[] {
  if (messageId === null) return [];
  const [, ...recipients] = text.trim().split(/\r?\n[ \t]*\r?\n/);
  return recipients.slice(0, mostRecipients).flatMap((block) => {
    const fields = fieldsOf(block);
    if (fields.get('action')?.toLowerCase() !== 'failed') return [];
    const permanent = isOfAddress(fields.get('status') ?? '', fields.get('diagnostic-code') ?? '');
    const named = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name)) ?? []);
    return [...new Set(named)].map((recipient) => ({ type: 'bounce', messageId, recipient, permanent }) as const);
  });
}

function fieldsOf(block: string): Map<string, string> {
  const unfolded = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const parted = unfolded.map((line) => /^([\w-]+):(.*)$/s.exec(line.slice(0, mostOfLine)));
  return new Map(parted.flatMap((found) => (found ? [[(found[1] ?? '').toLowerCase(), (found[2] ?? '').trim()]] : [])));
}

/** `rfc822; ada@example.org`, where the type may stand alone before what follows it. */
const addressIn = (value: string | undefined): string | null =>
  /^(?:rfc822|utf-8)\s*;\s*<?([^\s<>]+@[^\s<>]+)>?$/i.exec(value ?? '')?.[1]?.toLowerCase() ?? null;

/**
 * Whether the address will take no other mail either (RFC 3463). A sender that is refused, a mailbox that is full and a mail that is
 * too large or looks like spam are not the address's; the remote server's own word counts where it gives one.
 */
function isOfAddress(status: string, diagnostic: string): boolean {
  const remote = /\b(5\.\d{1,3}\.\d{1,3})\b/.exec(diagnostic)?.[1] ?? status;
  return remote.startsWith('5.') && !/^5\.(?:1\.[78]|2\.[234]|3\.\d+|4\.\d+|6\.\d+|7\.\d+)$/.test(remote);
}

/** An absence note, or a list's mail (RFC 3834): nobody answered. */
export function isAutomatic({ headers }: Email): boolean {
  const value = (key: string) =>
    headers
      .find((header) => header.key === key)
      ?.value.trim()
      .toLowerCase();
  const auto = value('auto-submitted');
  if (auto !== undefined && auto !== 'no') return true;
  if (value('x-autoreply') !== undefined || value('x-autorespond') !== undefined) return true;
  return /^(?:bulk|junk|list|auto_reply)$/.test(value('precedence') ?? '');
}

/** What was written, without what it quotes. */
export const wordsOf = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replaceAll(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .trim()
    .slice(0, replyChars)
    .toWellFormed();
