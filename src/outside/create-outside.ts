import { Agent } from 'undici';
import type { CalendarClient } from '../domain/calendars/calendar-client.ts';
import type { Capability } from '../domain/outside/capabilities.ts';
import type { TestProvider } from '../domain/outside/test-integration.ts';
import type { Translator } from '../domain/conversations/translator.ts';
import type { LeadReader } from '../domain/conversations/responder/lead-reader.ts';
import type { Responder } from '../domain/conversations/responder/responder.ts';
import type { MailWriter } from '../domain/emails/mail-writer.ts';
import type { MailboxClient } from '../domain/sync-sources/mailbox-client.ts';
import type { Enricher } from '../domain/leads/enrichment/enricher.ts';
import type { Mailer } from '../domain/emails/mailer.ts';
import type { CalendarProvider } from '../db/generated/prisma/enums.ts';
import { limits } from '../limits.ts';
import { guardedConnect } from '../webhooks/post/guarded-connect.ts';
import type { AddressPolicy } from '../webhooks/post/safe-address.ts';
import type { CalendarAddresses } from './calendars/addresses.ts';
import { createCalendars } from './calendars/create-calendars.ts';
import { createHttpEnricher, type EnrichOptions } from './enrichment/http-enricher.ts';
import { createMailboxes } from './mailboxes/create-mailboxes.ts';
import { createModelClient, type ModelOptions } from './model/model-client.ts';
import { createModelLeadReader } from './model/model-lead-reader.ts';
import { createModelMailWriter } from './model/model-mail-writer.ts';
import { createModelResponder } from './model/model-responder.ts';
import { createFileMailer } from './mail/file-mailer.ts';
import { createSmtpMailer, type SmtpOptions } from './mail/smtp-mailer.ts';
import type { Provider, ProviderState, Surroundings } from './provider/provider.ts';
import { NotAskedError } from './provider/provider-error.ts';
import { createLibreTranslate, type TranslateOptions } from './translation/libre-translate.ts';

/** By a mail server, or into a folder where there is none. */
export type MailOptions = SmtpOptions | { readonly folder: string; readonly from: string };

/** The providers that the operator set up; null for none. */
export type OutsideOptions = {
  readonly translate: TranslateOptions | null;
  readonly model?: ModelOptions | null;
  readonly enrich?: EnrichOptions | null;
  /** Null where no mail is taken from the queue at all. */
  readonly mail?: MailOptions | null;
  /** Where providers of bookings are; their own addresses by default. */
  readonly calendars?: CalendarAddresses;
};

export type Outside = {
  /** Null where there is none. */
  readonly translator: Translator | null;
  /** The one that it was given where there is no model. */
  readonly responder: Responder;
  /** Null where the rules read. */
  readonly leadReader: LeadReader | null;
  /** Null where no model writes mail. */
  readonly writer: MailWriter | null;
  /** The one that it was given where there is no provider. */
  readonly enricher: Enricher;
  /** Null where mail stays in the queue. */
  readonly mailer: Mailer | null;
  /** Providers of bookings, which each workspace asks with a token of its own. */
  readonly calendars: Readonly<Record<CalendarProvider, CalendarClient>>;
  /** Mailboxes of workspaces, each with a password of its own. */
  readonly mailboxes: MailboxClient;
  /** How each provider fares that is set up. */
  readonly states: () => Partial<Record<Capability, ProviderState>>;
  /** Asks one of them whether it is there. */
  readonly test: TestProvider;
  /** Asks each whether it is there, and tells the log. */
  readonly check: () => Promise<void>;
  /** Ends the connections that are kept open. */
  readonly close: () => Promise<void>;
};

type Parts = Omit<Surroundings, 'agent'> & {
  readonly addresses: AddressPolicy;
  /** What answers where no model does. */
  readonly rules: Responder;
  /** What enriches where no provider does. */
  readonly builtIn: Enricher;
};

/** What is done by others: every call leaves by the one agent, whose connect holds to the address policy. */
export function createOutside(
  { addresses, rules, builtIn, ...parts }: Parts,
  { translate, model: chosen = null, mail = null, enrich = null, calendars }: OutsideOptions,
): Outside {
  const agent = new Agent({
    connect: guardedConnect(addresses, limits.providerConnectMs),
    keepAliveTimeout: 1000,
    maxHeaderSize: 16_384,
    // One timer bounds the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const surroundings = { ...parts, agent };
  const translation = translate && createLibreTranslate(surroundings, translate);
  const model = chosen && createModelClient(surroundings, chosen);
  const enrichment = enrich && createHttpEnricher(surroundings, enrich, builtIn);
  const smtp = mail && 'server' in mail ? createSmtpMailer({ ...parts, addresses }, mail) : null;
  const files = mail && 'folder' in mail ? createFileMailer(mail.folder, mail.from, parts.log) : null;
  const providers: Partial<Record<Capability, Pick<Provider, 'check' | 'test' | 'state'>>> = {
    ...(model && { MODEL: model.provider }),
    ...(translation && { TRANSLATION: translation.provider }),
    ...(enrichment && { ENRICHMENT: enrichment.provider }),
    ...(smtp && { MAIL: smtp.provider }),
  };

  return {
    translator: translation?.translator ?? null,
    responder: model ? createModelResponder(model, parts.log, rules) : rules,
    leadReader: model && chosen?.readsLeads ? createModelLeadReader(model, parts.log) : null,
    writer: model && createModelMailWriter(model, parts.log),
    enricher: enrichment?.enricher ?? builtIn,
    mailer: smtp?.mailer ?? files,
    calendars: createCalendars(surroundings, calendars),
    mailboxes: createMailboxes(addresses),
    states: () => Object.fromEntries(Object.entries(providers).map(([name, { state }]) => [name, state])),
    async test(capability, onBehalf) {
      const provider = providers[capability];
      if (!provider) return 'NOT_CONFIGURED';
      try {
        const error = await provider.test(onBehalf);
        return { error: error?.message ?? null };
      } catch (error) {
        if (error instanceof NotAskedError && error.why !== 'USED_UP') return error.why;
        throw error;
      }
    },
    check: async () => void (await Promise.all(Object.values(providers).map((provider) => provider.check()))),
    async close() {
      smtp?.close();
      await agent.destroy();
    },
  };
}
