import { sharedNow } from '../../clock.ts';
import type { Mailer, OutgoingMail, Posted } from '../../domain/emails/mailer.ts';
import { inTime } from '../../in-time.ts';
import { limits } from '../../limits.ts';
import { createTurns } from '../../turns.ts';
import type { AddressPolicy } from '../../webhooks/post/safe-address.ts';
import { passGate } from '../provider/gate.ts';
import { NotAskedError, type ProviderError } from '../provider/provider-error.ts';
import type { Provider, ProviderState, Surroundings } from '../provider/provider.ts';
import { createRecordCall } from '../provider/record-call.ts';
import { createComposer, type Dkim } from './compose.ts';
import { openSmtp, type SmtpServer, type SmtpSession } from './smtp-connection.ts';
import { toFailed } from './smtp-failure.ts';

export type SmtpOptions = {
  readonly server: SmtpServer;
  /** As a header says it: an address, with a name before it where there is one. */
  readonly from: string;
  readonly dkim: Dkim | null;
};

export type SmtpMailer = {
  readonly mailer: Mailer;
  readonly provider: Pick<Provider, 'check' | 'test' | 'state'>;
  close(): void;
};

/** Connections that are kept open for the next mail, and for how long. */
const kept = { most: 4, ms: 5000 } as const;

/** Hands mail to a server, over connections that are used again: how each fared is written down as of every provider. */
export function createSmtpMailer(
  surroundings: Omit<Surroundings, 'agent'> & { readonly addresses: AddressPolicy },
  { server, from, dkim }: SmtpOptions,
): SmtpMailer {
  const { pool, clock, log, addresses } = surroundings;
  const compose = createComposer(from, dkim);
  const recordCall = createRecordCall(surroundings, { capability: 'MAIL', host: server.host });
  const turns = createTurns(kept.most, limits.mailMs);
  const idle: { readonly session: SmtpSession; readonly timer: NodeJS.Timeout }[] = [];
  const sender = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
  let state: ProviderState = 'UNKNOWN';

  async function take(): Promise<SmtpSession> {
    for (let next = idle.pop(); next; next = idle.pop()) {
      clearTimeout(next.timer);
      if (next.session.isOpen) return next.session;
    }
    return openSmtp(server, addresses);
  }

  function give(session: SmtpSession): void {
    if (!session.isOpen || idle.length >= kept.most) return session.close();
    const timer = setTimeout(() => session.close(), kept.ms).unref();
    idle.push({ session, timer });
  }

  async function handOver(mail: OutgoingMail, message: Buffer): Promise<ReturnType<typeof toFailed> | null> {
    let hasBegun = false;
    let session: SmtpSession | null = null;
    try {
      session = await take();
      const sent = session.send({ from: sender, to: mail.to }, message, () => (hasBegun = true));
      await inTime(limits.mailMs, () => sent, tooLong);
      give(session);
      return null;
    } catch (error) {
      session?.close();
      return toFailed(error, hasBegun);
    }
  }

  /** Connects and logs in; null where that succeeds. */
  async function look(): Promise<ProviderError | null> {
    try {
      const opening = openSmtp(server, addresses);
      void opening.then((session) => session.close()).catch(() => undefined);
      await inTime(limits.mailAnswerMs, () => opening, tooLong);
      state = 'WORKING';
      return null;
    } catch (error) {
      state = 'FAILING';
      return toFailed(error, false).error;
    }
  }

  async function post(mail: OutgoingMail): Promise<Posted> {
    const startedAt = performance.now();
    let message: Buffer;
    try {
      message = await compose(mail);
    } catch (error) {
      log.warn({ err: error, emailId: mail.id }, 'A mail could not be composed.');
      return { outcome: 'FAILED', error: 'The mail could not be composed.' };
    }
    const failed = await turns(server.host, () => handOver(mail, message)).catch((error: unknown) =>
      toFailed(error, false),
    );
    state = failed?.error.isProviders ? 'FAILING' : 'WORKING';
    const { orgId, businessId } = mail;
    await recordCall(
      { orgId, businessId, conversationId: null },
      { startedAt, tries: 1, sentChars: message.length, receivedChars: 0, error: failed?.error ?? null },
    );
    return failed?.posted ?? { outcome: 'SENT' };
  }

  return {
    mailer: {
      kind: 'SMTP',
      from,
      isOnLoopback: /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(server.host),
      async mayTry(orgId) {
        try {
          await passGate(pool, { orgId, capability: 'MAIL', now: sharedNow(clock) });
          return true;
        } catch (error) {
          if (error instanceof NotAskedError) return false;
          throw error;
        }
      },
      post,
      // What left the house is not ours any more.
      forget: async () => undefined,
    },
    provider: {
      async test(onBehalf) {
        await passGate(pool, { orgId: onBehalf.orgId, capability: 'MAIL', now: sharedNow(clock) });
        const startedAt = performance.now();
        const error = await look();
        await recordCall(onBehalf, { startedAt, tries: 1, sentChars: 0, receivedChars: 0, error });
        return error;
      },
      async check() {
        const error = await look();
        const told = { capability: 'MAIL', provider: server.host };
        if (!error) log.info(told, 'The provider answers.');
        else log.warn({ ...told, reason: error.message }, 'The provider does not answer as it should.');
      },
      get state() {
        return state;
      },
    },
    close() {
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer);
        session.close();
      }
    },
  };
}

/** A server that goes on answering a little is waited for no longer than this either. */
const tooLong = () => Object.assign(new Error('The mail took too long.'), { code: 'ETIMEDOUT' });
