import { z } from 'zod';
import type { Posted } from '../../domain/emails/mailer.ts';
import { RefusedAddressError } from '../../webhooks/post/safe-address.ts';
import { isOfTls } from '../of-tls.ts';
import { ProviderError } from '../provider/provider-error.ts';

const smtpError = z.object({
  code: z.string().optional().catch(undefined),
  /** Of the socket, where `code` is nodemailer's own. */
  originalCode: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.int().min(0).max(999).optional().catch(undefined),
  response: z.string().optional().catch(undefined),
});

type Told = { readonly posted: Posted; readonly error: ProviderError };

const uncertain = 'The mail server took the mail and said nothing more: it may have gone out, and is not sent again.';

/** What becomes of a mail that the server did not take, and what that tells of the server. What it said is not repeated. */
export function toFailed(error: unknown, hadBegun: boolean): Told {
  const told = smtpError.safeParse(error).data ?? {};
  const { code, command, responseCode: status } = told;
  // A number that SMTP does not have says nothing of the mail.
  if (status === undefined || status < 400 || status > 599) {
    if (hadBegun) return { posted: { outcome: 'UNCERTAIN', error: uncertain }, error: new ProviderError(uncertain) };
    return later(unreachable(error, told), null);
  }
  if (code === 'EAUTH') return later('The mail server refused the password. Check SMTP_URL.', status);
  if (status < 500 || command === 'CONN' || command === 'EHLO') return refusedForNow(status, command);
  const whose = whoseFault(status, told);
  if (whose === 'SENDER')
    return later(
      `The mail server takes no mail from this sender, or passes none on (SMTP ${status}).`,
      status,
      command === 'RCPT TO',
    );
  const isRecipients = whose === 'RECIPIENT';
  const sentence = isRecipients
    ? `The mail server takes no mail to this address (SMTP ${status}).`
    : `The mail server refused the mail (SMTP ${status}).`;
  const refused = new ProviderError(sentence, { status, isProviders: false });
  return { posted: { outcome: isRecipients ? 'BOUNCED' : 'FAILED', error: sentence }, error: refused };
}

/**
 * Whom a refusal for good tells against. A server that does not know us, or does not pass mail on, says so at each recipient too, and
 * its enhanced code (RFC 3463) tells that apart: 5.1 is the address, but for 5.1.7 and 5.1.8, which are the sender’s.
 */
function whoseFault(status: number, { command, response = '' }: z.output<typeof smtpError>) {
  if (status === 530) return 'SENDER';
  // What is larger than the server takes is refused as early as there.
  if (command === 'MAIL FROM') return status === 552 ? 'MAIL' : 'SENDER';
  if (command !== 'RCPT TO') return 'MAIL';
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced === undefined) return status === 554 ? 'SENDER' : addressCodes.has(status) ? 'RECIPIENT' : 'MAIL';
  if (/^5\.1\.(?![78]$)/.test(enhanced)) return 'RECIPIENT';
  return status === 554 || /^5\.(7\.\d+|1\.[78]|4\.5)$/.test(enhanced) ? 'SENDER' : 'MAIL';
}

/** Of a mailbox that is not there, is elsewhere, or has no such name (RFC 5321, 4.2.3). */
const addressCodes: ReadonlySet<number> = new Set([550, 551, 553]);

function later(sentence: string, status: number | null, isOfRecipient = false): Told {
  const posted = {
    outcome: 'LATER',
    error: sentence,
    isServers: true,
    ...(isOfRecipient && { isOfRecipient }),
  } as const;
  return { posted, error: new ProviderError(sentence, { status, isPassing: true }) };
}

function refusedForNow(status: number, command: string | undefined): Told {
  const isMails = command === 'RCPT TO' || command === 'DATA';
  const sentence = `The mail server refused it for the time being (SMTP ${status}); it is tried again.`;
  const posted = { outcome: 'LATER', error: sentence, isServers: !isMails || status === 421 } as const;
  return { posted, error: new ProviderError(sentence, { status, isPassing: true, isProviders: posted.isServers }) };
}

function unreachable(error: unknown, { code, originalCode = code }: z.output<typeof smtpError>): string {
  if (error instanceof RefusedAddressError)
    return 'The mail server has no public address: OUTSIDE_ALLOWED_RANGES names private ones that may be reached.';
  if (code === 'ETLS' || isOfTls(originalCode))
    return 'The mail server has no certificate that can be trusted, or cannot speak TLS.';
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.';
  return 'The mail server could not be reached, or hung up.';
}
