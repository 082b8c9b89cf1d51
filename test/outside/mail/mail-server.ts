import { once } from 'node:events';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type TakenMail = { readonly to: string; readonly raw: Buffer };

/** What a mail server may answer, step by step; all it does not say is taken. */
export type MailBehaviour = Partial<Pick<SMTPServerOptions, 'onRcptTo' | 'onMailFrom'>> & {
  /** What it takes for a password. */
  readonly password?: string;
  /** Asked once the mail itself was read. */
  readonly onTaken?: (done: (error?: Error | null) => void, socket: () => void) => void;
};

/** Settings to send by the server at this port. */
export const mailBy = ({ port }: { readonly port: number }) => ({
  server: { host: '127.0.0.1', port, isSecure: false, user: null, password: null },
  from: 'Team <team@example.com>',
  dkim: null,
});

export const subjectOf = ({ raw }: TakenMail): string | undefined => /^Subject: (.*)$/m.exec(raw.toString())?.[1];

export const smtpError = (responseCode: number, message = 'No.'): Error =>
  Object.assign(new Error(message), { responseCode });

/** A real SMTP server on a local port that keeps what it took. */
export async function openMailServer(options: SMTPServerOptions = {}) {
  const taken: TakenMail[] = [];
  const sockets = new Set<Socket>();
  let behaviour: MailBehaviour = {};
  let logins = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    logger: false,
    onAuth({ username, password }, _, done) {
      logins += 1;
      if (password === (behaviour.password ?? 'right')) done(null, { user: username });
      else done(smtpError(535, 'Wrong password'));
    },
    onMailFrom: (address, session, done) =>
      behaviour.onMailFrom ? behaviour.onMailFrom.call(server, address, session, done) : done(),
    onRcptTo: (address, session, done) =>
      behaviour.onRcptTo ? behaviour.onRcptTo.call(server, address, session, done) : done(),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [first] = envelope.rcptTo;
        const keep = (error?: Error | null) => {
          if (!error) taken.push({ to: first?.address ?? '', raw: Buffer.concat(chunks) });
          done(error);
        };
        if (behaviour.onTaken) behaviour.onTaken(keep, () => sockets.forEach((socket) => socket.destroy()));
        else keep();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  // The server hangs up itself where it speaks TLS: Node ends where the socket below a handshake is destroyed.
  if (options.secure !== true) {
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  }
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    taken,
    port: address.port,
    logins: () => logins,
    /** Hangs up on everybody. */
    cut(): void {
      for (const socket of sockets) socket.destroy();
    },
    behave: (next: MailBehaviour) => void (behaviour = next),
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      await promise;
    },
  };
}

export type MailServer = Awaited<ReturnType<typeof openMailServer>>;
