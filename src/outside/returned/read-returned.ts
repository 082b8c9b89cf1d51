import type { Attachment, Email } from 'postal-mime';
import type { MailReply } from '../../domain/emails/record-mail-reply.ts';

/** What a delivery status says of one recipient (RFC 3464, 2.3). */
export type ReturnedReport = {
  readonly type: 'bounce';
  readonly messageId: string;
  readonly recipient: string;
  readonly permanent: boolean;
};

export type Returned = { readonly reports: readonly ReturnedReport[] } | { readonly reply: MailReply } | null;

/** A mail to many recipients is none of ours. */
const mostRecipients = 20;
const mostIds = 50;
const replyChars = 10_000;

/** What a mail tells that came back or came in: of mails that were not delivered, or an answer to one. Null for any other. */
export async function readReturned(raw: Uint8Array): Promise<Returned> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 20 });
  const status = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (status) return { reports: readStatus(textOf(status), originalIdOf(mail)) };
  const answered = idsIn(`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`);
  if (answered.length === 0 || isAutomatic(mail)) return null;
  const message = wordsOf(mail.text ?? '');
  return { reply: { answered, messageId: idsIn(mail.messageId ?? '')[0] ?? null, message: message || null } };
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const idsIn = (text: string): string[] => (text.match(/<[^<>\s\p{Cc}]{1,996}>/gu) ?? []).slice(-mostIds);

/** The mail that was not delivered comes along, or its headers. */
function originalIdOf({ attachments }: Email): string | null {
  const original = attachments.find(({ mimeType }) => /^(?:message\/rfc822|text\/rfc822-headers)$/.test(mimeType));
  const headers = original ? textOf(original).split(/\r?\n\r?\n/, 1)[0] : '';
  return /^message-id:\s*(<[^<>\s]+>)/im.exec(headers ?? '')?.[1] ?? null;
}

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
  const parted = unfolded.map((line) => /^([\w-]+):\s*(.*?)\s*$/.exec(line));
  return new Map(parted.flatMap((found) => (found ? [[(found[1] ?? '').toLowerCase(), found[2] ?? '']] : [])));
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
function isAutomatic({ headers }: Email): boolean {
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
const wordsOf = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replaceAll(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .trim()
    .slice(0, replyChars)
    .toWellFormed();
