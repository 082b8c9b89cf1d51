import type { ImapFlow } from 'imapflow';
import { z } from 'zod';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import type { AddressPolicy } from '../../webhooks/post/safe-address.ts';
import { findServer } from '../find-server.ts';

export type ImapServer = {
  readonly host: string;
  readonly port: number;
  /** Whether it speaks TLS from the first byte. */
  readonly isSecure: boolean;
  readonly user: string;
  readonly password: string;
};

/** One that is logged in. A password leaves only under TLS, but to this machine. @throws a sentence of ours, or RefusedAddressError */
export async function openImap(
  { host, port, isSecure, user, password }: ImapServer,
  addresses: Pick<AddressPolicy, 'addressesOf'>,
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
    await inTime(limits.mailMs, () => client.connect());
    return client;
  } catch (error) {
    client.close();
    throw toMailboxError(error);
  }
}

const imapError = z.object({
  authenticationFailed: z.boolean().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
});

/** What the server said is not repeated: the log tells of it. */
function toMailboxError(error: unknown): Error {
  const { authenticationFailed, code } = imapError.safeParse(error).data ?? {};
  if (authenticationFailed) return new Error('The mailbox refused the password. Check BOUNCE_IMAP_URL.');
  return new Error(`The mailbox could not be reached, or hung up${code === undefined ? '' : ` (${code})`}.`);
}
