import { once } from 'node:events';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { limits } from '../../limits.ts';
import type { AddressPolicy } from '../../webhooks/post/safe-address.ts';
import { findServer } from '../find-server.ts';

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** Whether it speaks TLS from the first byte. */
  readonly isSecure: boolean;
  readonly user: string | null;
  readonly password: string | null;
};

type Envelope = { readonly from: string; readonly to: string };

/** One that is logged in, and takes one mail after the other. */
export type SmtpSession = {
  readonly isOpen: boolean;
  /** `begun` is called once the server asked for the mail itself: from then on only its answer tells whether it has it. */
  send(envelope: Envelope, message: Buffer, begun: () => void): Promise<void>;
  close(): void;
};

/** @throws what the connection, TLS or the log-in failed by, or RefusedAddressError */
export async function openSmtp(
  server: SmtpServer,
  addresses: Pick<AddressPolicy, 'addressesOf'>,
): Promise<SmtpSession> {
  const { address, name, isLoopback } = await findServer(server.host, addresses);
  const connection = new SMTPConnection({
    host: address,
    port: server.port,
    secure: server.isSecure,
    // A password never leaves in the clear, but to this machine.
    requireTLS: server.user !== null && !server.isSecure && !isLoopback,
    ...(name !== null && { servername: name, tls: { servername: name } }),
    connectionTimeout: limits.providerConnectMs,
    greetingTimeout: limits.mailAnswerMs,
    socketTimeout: limits.mailAnswerMs,
    socketCloseTimeout: 0,
    maxResponseSize: 64 * 1024,
  });
  let isOpen = true;
  const failed = once(connection, 'error').then(([error]: unknown[]) => {
    isOpen = false;
    throw error;
  });
  connection.once('end', () => (isOpen = false));
  failed.catch(() => undefined);
  const close = () => {
    isOpen = false;
    connection.close();
  };
  try {
    await step(failed, (done) => connection.connect((error) => done(error ?? null)));
    const { user, password } = server;
    if (user !== null) {
      const credentials = { user, pass: password ?? '' };
      await step(failed, (done) => connection.login({ credentials }, (error) => done(error)));
    }
  } catch (error) {
    close();
    throw error;
  }
  return {
    get isOpen() {
      return isOpen;
    },
    async send({ from, to }, message, begun) {
      // Read from once the server has answered DATA, and not before.
      const body = Readable.from(
        (function* () {
          begun();
          yield message;
        })(),
        { objectMode: false },
      );
      await step(failed, (done) =>
        connection.send({ from, to: [to], size: message.length }, body, (error) => done(error)),
      );
    },
    close,
  };
}

/** One step of the protocol. What breaks the connection between two answers is told to nobody else. */
async function step(failed: Promise<never>, take: (done: (error: Error | null) => void) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  take((error) => (error ? reject(error) : resolve()));
  await Promise.race([promise, failed]);
}
