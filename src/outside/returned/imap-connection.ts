import type { ImapFlow } from 'imapflow';
import { z } from 'zod';
import type { MailboxServer } from '../../domain/sync-sources/mailbox-client.ts';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import type { AddressPolicy } from '../../webhooks/post/safe-address.ts';
import { findServer } from '../find-server.ts';
import { isOfTls } from '../of-tls.ts';

export type ImapServer = MailboxServer;

/** What to do about a password that is refused. */
const usualRemedy = 'Check BOUNCE_IMAP_URL.';

/** One that is logged in. A password leaves only under TLS, but to this machine. @throws a sentence of ours, or RefusedAddressError */
export async function openImap(
  { host, port, isSecure, user, password }: ImapServer,
  addresses: Pick<AddressPolicy, 'addressesOf'>,
  remedy = usualRemedy,
): Promise<ImapFlow> {
  const { address, name, isLoopback } = await findServer(host, addresses);
  // Loaded where there is a mailbox to read alone.
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: address,
    port,
    secure: isSecure,
    ...(name !== null && { servername: name }),
    ...(!isSecure && !isLoopback && { doSTARTTLS: true }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limits.providerConnectMs,
    greetingTimeout: limits.mailAnswerMs,
    socketTimeout: limits.mailAnswerMs,
    maxLineLength: limits.bodyBytes,
    maxLiteralSize: 2 * limits.returnedMailBytes,
    maxResponseSize: 4 * limits.returnedMailBytes,
  });
  // What fails is told to who waits for it.
  client.on('error', () => undefined);
  try {
    await askMailbox(() => client.connect(), remedy);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Asks the server for one thing. @throws a sentence of ours */
export const askMailbox = <T>(ask: () => Promise<T>, remedy = usualRemedy): Promise<T> =>
  inTime(limits.mailMs, ask).catch((error: unknown) => {
    throw toMailboxError(error, remedy);
  });

export type MailboxTurn = {
  readonly most: number;
  readonly mostBytes: number;
  readonly isStopping: () => boolean;
  /** Asks the server for one thing. @throws the sentence, or one that tells more */
  readonly ask: <Answer>(put: () => Promise<Answer>, sentence: string) => Promise<Answer>;
};

/** The mails of the open folder behind one, the oldest first; null for one that is not there any more. */
export async function* readBehind(client: ImapFlow, last: number, { most, mostBytes, isStopping, ask }: MailboxTurn) {
  // `n:*` names the last mail as well where there is none behind n.
  const search = () => client.search({ uid: `${last + 1}:*` }, { uid: true });
  const found = (await ask(search, 'The mailbox did not say what is new in it.')) || [];
  const uids = found.filter((uid) => uid > last).toSorted((first, second) => first - second);
  for (const uid of uids.slice(0, most)) {
    if (isStopping()) return;
    const one = () => client.fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true });
    const mail = await ask(one, 'The mailbox hung up in the middle.');
    yield { uid, raw: mail && mail.source ? new Uint8Array(mail.source) : null };
  }
}

const imapError = z.object({
  /** Of every log-in that the server does not let happen, for whatever reason. */
  authenticationFailed: z.boolean().optional().catch(undefined),
  responseStatus: z.enum(['NO', 'BAD']).optional().catch(undefined),
  serverResponseCode: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
});

/** Why a server does not do it now that may do it later (RFC 5530). */
const passing: ReadonlySet<string | undefined> = new Set([
  'UNAVAILABLE',
  'LIMIT',
  'INUSE',
  'SERVERBUG',
  'CONTACTADMIN',
  'OVERQUOTA',
]);

/** What the server said is not repeated: it may repeat what it was sent. */
function toMailboxError(error: unknown, remedy: string): Error {
  const { authenticationFailed, responseStatus, serverResponseCode, code } = imapError.safeParse(error).data ?? {};
  if (isOfTls(code)) return new Error('The mailbox has no certificate that can be trusted, or cannot speak TLS.');
  if (passing.has(serverResponseCode))
    return new Error(`The mailbox cannot be read for now (${serverResponseCode}); it is tried again.`);
  if (authenticationFailed) return new Error(`The mailbox refused the password. ${remedy}`);
  if (responseStatus !== undefined) return new Error(`The mailbox refused what it was asked for (${responseStatus}).`);
  return new Error(`The mailbox could not be reached, or hung up${code === undefined ? '' : ` (${code})`}.`);
}
