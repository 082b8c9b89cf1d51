import type { OutsideCapability } from '../../../src/db/generated/prisma/enums.ts';
import { smtpError } from '../mail/mail-server.ts';
import { answerJson, type Behaviour, cutOff, silence } from '../provider-server.ts';
import { type Does, usual } from './stand.ts';

/** Who does something for the product: what a workspace may use or connect, and the mailbox that mail comes back to. */
export type Provider = OutsideCapability | 'MAILBOX';

export type Trouble =
  | 'none'
  | 'slow'
  | 'busy'
  | 'failing'
  | 'malformed'
  | 'cut off'
  | 'wrong key'
  | 'a certificate nobody signed';

const alike = (behaviour: Behaviour) => ({
  MODEL: behaviour,
  TRANSLATION: behaviour,
  ENRICHMENT: behaviour,
  CALENDLY: behaviour,
  CAL_COM: behaviour,
});

const noJson: Behaviour = (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('<html>[[');

/** What each provider does then, in its own protocol. */
export const troubles = {
  none: usual,
  slow: { ...alike(silence), MAIL: { onRcptTo: () => undefined }, MAILBOX: { EXAMINE: null } },
  busy: {
    ...alike(answerJson({}, 429, { 'Retry-After': '600' })),
    MAIL: { onRcptTo: (_address, _session, done) => done(smtpError(421, '4.7.0 Try again later')) },
    MAILBOX: { LOGIN: { end: 'NO [LIMIT] Too many connections' } },
  },
  failing: {
    ...alike(answerJson({}, 500)),
    MAIL: { onMailFrom: (_address, _session, done) => done(smtpError(451, '4.3.0 Local error')) },
    MAILBOX: { EXAMINE: { end: 'NO [SERVERBUG] Internal error' } },
  },
  malformed: {
    ...alike(noJson),
    MAIL: { onRcptTo: (_address, _session, done) => done(smtpError(999, '<html>[[')) },
    MAILBOX: { greeting: { lines: ['HTTP/1.1 400 Bad Request', '', '<html>'], hangUp: true } },
  },
  'cut off': {
    ...alike(cutOff),
    MAIL: { onTaken: (_done, cut) => cut() },
    MAILBOX: {
      FETCH: { lines: ['* 1 FETCH (UID 1 BODY[] {2000}', 'From: MAILER-DAEMON@mx.example.net'], hangUp: true },
    },
  },
  'wrong key': {
    ...alike(answerJson({ error: 'The key sk-secret is wrong' }, 401)),
    MAIL: { password: 'another' },
    MAILBOX: { LOGIN: { end: 'NO [AUTHENTICATIONFAILED] Wrong' } },
  },
  'a certificate nobody signed': usual,
} as const satisfies Record<Trouble, Does>;
