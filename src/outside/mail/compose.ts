import nodemailer from 'nodemailer';
import type { OutgoingMail } from '../../domain/emails/mailer.ts';
import { toHtml } from '../../domain/emails/placeholders.ts';

export type Dkim = { readonly domain: string; readonly selector: string; readonly key: string };

const oneClick = 'List-Unsubscribe=One-Click';

/** A mail as it goes over the wire: composed for its one recipient, and signed where there is a key. */
export function createComposer(from: string, dkim: Dkim | null): (mail: OutgoingMail) => Promise<Buffer> {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key },
    }),
  });
  return async (mail) => {
    const { to, subject, messageId, unsubscribeUrl: url } = mail;
    const text = url === null ? mail.bodyText : `${mail.bodyText}\n\n--\nUnsubscribe: ${url}`;
    const html =
      url === null ? mail.bodyHtml : `${mail.bodyHtml}\n${toHtml('Unsubscribe: ')}<p><a href="${url}">${url}</a></p>`;
    const headers = url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': oneClick };
    const { message } = await composer.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId,
      headers,
    });
    if (!Buffer.isBuffer(message)) throw new Error('The mail was not composed.');
    return message;
  };
}
