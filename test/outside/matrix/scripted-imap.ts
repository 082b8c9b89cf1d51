import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import { selfSigned } from '../self-signed.ts';

/** What an IMAP server says to a command: its lines, and how it ends; null for nothing at all. */
export type ImapAnswer = {
  readonly lines?: readonly string[];
  readonly end?: string;
  readonly hangUp?: boolean;
} | null;

export type ImapBehaviour = { readonly greeting?: ImapAnswer } & Readonly<Record<string, ImapAnswer>>;

const done = { end: 'OK Done' };

/** A mailbox with one mail, as RFC 3501 has it spoken to. */
const usual = (mail: string): ImapBehaviour => ({
  greeting: { lines: ['* OK Ready'] },
  CAPABILITY: { lines: ['* CAPABILITY IMAP4rev1'], ...done },
  LOGIN: done,
  LIST: { lines: ['* LIST () "/" INBOX'], ...done },
  EXAMINE: {
    lines: ['* FLAGS ()', '* 1 EXISTS', '* OK [UIDVALIDITY 7] Valid', '* OK [UIDNEXT 2] Next'],
    end: 'OK [READ-ONLY] Done',
  },
  SEARCH: { lines: ['* SEARCH 1'], ...done },
  FETCH: { lines: [`* 1 FETCH (UID 1 BODY[] {${Buffer.byteLength(mail)}}`, `${mail})`], ...done },
});

/** An IMAP server on a local port that does to each command what the test says, where a real one cannot be made to. */
export async function openScriptedImap(mail: string, { isSecure = false } = {}) {
  let behaviour: ImapBehaviour = {};
  const sockets = new Set<Socket>();

  function say(socket: Socket, name: string, tag: string): void {
    const given = { ...usual(mail), ...behaviour }[name];
    const answer = given === undefined ? { end: 'BAD Unknown' } : given;
    if (answer === null) return;
    const { lines = [], end, hangUp = false } = answer;
    for (const line of lines) socket.write(hangUp ? line.slice(0, -20) : `${line}\r\n`);
    if (hangUp) socket.end();
    else if (end !== undefined && tag !== '') socket.write(`${tag} ${end}\r\n`);
  }

  const listen = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let rest = '';
    socket.on('data', (part: Buffer) => {
      const lines = (rest + part.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, tag = '', name = ''] = /^(\S+) (?:UID )?(\S+)/i.exec(line) ?? [];
        say(socket, name.toUpperCase(), tag);
      }
    });
    say(socket, 'greeting', '');
  };
  const server = isSecure ? createSecureServer(selfSigned, listen) : createServer(listen);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    behave: (next: ImapBehaviour) => void (behaviour = next),
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
