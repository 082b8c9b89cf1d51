import { pino } from 'pino';
import { createReturnedMail, type MailboxPosition } from '../../../src/outside/returned/returned-mail.ts';
import { createAddressPolicy } from '../../../src/webhooks/post/safe-address.ts';
import { createTestClock, startTestApp } from '../../support/app.ts';
import { calComUsual, calendlyUsual, goodToken } from '../bookings/booking-servers.ts';
import { modelAt, saying } from '../chat-completions-server.ts';
import { translating } from '../libre-translate-server.ts';
import { type MailBehaviour, openMailServer } from '../mail/mail-server.ts';
import { answerJson, type Behaviour, openProviderServer } from '../provider-server.ts';
import { failureOf } from '../returned/mails.ts';
import { selfSigned } from '../self-signed.ts';
import { type ImapBehaviour, openScriptedImap } from './scripted-imap.ts';

/** What a provider's server does, in its own protocol. */
export type Does = {
  readonly MODEL: Behaviour;
  readonly TRANSLATION: Behaviour;
  readonly ENRICHMENT: Behaviour;
  readonly CALENDLY: Behaviour;
  readonly CAL_COM: Behaviour;
  readonly MAIL: MailBehaviour;
  readonly MAILBOX: ImapBehaviour;
};

export const usual: Does = {
  MODEL: saying('We sell oak kitchens.'),
  TRANSLATION: translating,
  ENRICHMENT: answerJson({ status: 'complete', companyName: 'Bright Dental' }),
  CALENDLY: calendlyUsual,
  CAL_COM: calComUsual,
  MAIL: {},
  MAILBOX: {},
};

const mailbox = { host: '127.0.0.1', user: 'us', password: 'right' };
const here = ['127.0.0.0/8'];

/** The product with a server for each provider there is, all of which can be made to do something else; `isSecure` is by TLS that nobody trusts. */
export async function openStand({ isSecure = false } = {}) {
  const clock = createTestClock();
  const open = (behaviour: Behaviour) => openProviderServer(behaviour, { isSecure });
  const servers = {
    MODEL: await open(usual.MODEL),
    TRANSLATION: await open(usual.TRANSLATION),
    ENRICHMENT: await open(usual.ENRICHMENT),
    CALENDLY: await open(usual.CALENDLY),
    CAL_COM: await open(usual.CAL_COM),
  };
  const mail = await openMailServer(isSecure ? { secure: true, ...selfSigned } : {});
  const report = failureOf({ messageId: '<1@example.com>', recipient: 'ada@example.org' }).replaceAll('\n', '\r\n');
  const imap = await openScriptedImap(report, { isSecure });
  const app = await startTestApp({
    clock,
    publicUrl: 'https://crm.tributary.dev',
    outside: {
      model: modelAt(`${servers.MODEL.url}/v1`),
      translate: { url: servers.TRANSLATION.url, apiKey: 'the key' },
      enrich: { url: servers.ENRICHMENT.url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
      calendars: { CALENDLY: servers.CALENDLY.url, CAL_COM: servers.CAL_COM.url },
      mail: {
        server: { host: '127.0.0.1', port: mail.port, isSecure, user: 'us', password: 'right' },
        from: 'Team <team@example.com>',
        dkim: null,
      },
    },
    outsideAllowedRanges: here,
  });

  /** A mailbox that was read never, and what is told of it. */
  function openMailbox() {
    const told: string[] = [];
    let kept: MailboxPosition | null = null;
    const reader = createReturnedMail({
      server: { ...mailbox, port: imap.port, isSecure },
      addresses: createAddressPolicy({ allowedRanges: here }),
      log: pino({ level: 'silent' }),
      position: { find: async () => kept, keep: async (position) => void (kept = position) },
      report: async ({ messageId }) => void told.push(messageId),
      reply: async () => undefined,
    });
    return { told, read: () => reader.read() };
  }

  return {
    app,
    clock,
    mail,
    openMailbox,
    token: goodToken,
    /** How all of them behave from now on, to whoever connects from now on. */
    become(does: Does): void {
      mail.cut();
      for (const name of ['MODEL', 'TRANSLATION', 'ENRICHMENT', 'CALENDLY', 'CAL_COM'] as const) {
        servers[name].become(does[name]);
        servers[name].beFound(does[name]);
      }
      mail.behave(does.MAIL);
      imap.behave(does.MAILBOX);
    },
    async close(): Promise<void> {
      await app.close();
      await Promise.all([...Object.values(servers), mail, imap].map((server) => server.close()));
    },
  };
}

export type Stand = Awaited<ReturnType<typeof openStand>>;
