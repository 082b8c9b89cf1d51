import type { Actor } from '../access/actor.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { VisitorUse } from '../access/visitor-usage.ts';
import type { Clock } from '../clock.ts';
import type { Event as EventRow, Prisma, PrismaClient } from '../db/generated/prisma/client.ts';
import type { Texts } from '../db/reader/reader.ts';
import type { LeadRow } from '../events/snapshot.ts';
import type { TypingChannel } from '../events/typing.ts';
import type { Run } from '../db/run/run.ts';
import type { ScopedReader } from '../db/scoped.ts';
import type { Rehearsed } from '../db/write/rehearse.ts';
import type { Tx } from '../db/write/write.ts';
import type { CalendarProvider, Tier, WebhookFormat } from '../db/generated/prisma/enums.ts';
import type { CalendarClient } from './calendars/calendar-client.ts';
import type { LeadReader } from './conversations/responder/lead-reader.ts';
import type { Responder } from './conversations/responder/responder.ts';
import type { Translator } from './conversations/translator.ts';
import type { Delegate } from './page.ts';
import type { Mailer } from './emails/mailer.ts';
import type { MailWriter } from './emails/mail-writer.ts';
import type { Enricher } from './leads/enrichment/enricher.ts';
import type { Capability } from './outside/capabilities.ts';
import type { TestProvider } from './outside/test-integration.ts';
import type { MailboxClient } from './sync-sources/mailbox-client.ts';
import type { SignupAllowance } from './workspaces/signup-allowance.ts';

/** For whom an event's webhook is written, and in which format. */
type WebhookReader = { readonly format: WebhookFormat; readonly consumerWorkspace: string };

/** As it is sent, with its SHA-256. */
type WebhookBody = { readonly body: Buffer; readonly digest: string };

/** What the verbs need of the running product, the same for every caller. */
export type DomainServices = {
  readonly clock: Clock;
  readonly responder: Responder;
  /** Null where the rules read what visitors tell of themselves. */
  readonly leadReader: LeadReader | null;
  readonly translator: Translator;
  readonly enricher: Enricher;
  /** Who writes in a conversation at this moment. */
  readonly typing: TypingChannel;
  /** Null where mail stays in the queue. */
  readonly mailer: Mailer | null;
  /** Null where no model writes mail. */
  readonly writer: MailWriter | null;
  /** What the operator set a provider up for. */
  readonly providers: readonly Capability[];
  /** Asks a provider whether it is there. */
  readonly testProvider: TestProvider;
  /** Where meetings are booked. */
  readonly calendars: Readonly<Record<CalendarProvider, CalendarClient>>;
  /** Reads mailboxes of workspaces. */
  readonly mailboxes: MailboxClient;
  readonly secretBox: SecretBox;
  /** @throws INVALID when webhooks may not be sent there. */
  readonly assertDeliverableUrl: (url: string) => Promise<void>;
  readonly signup: {
    readonly open: boolean;
    readonly tier: Tier;
    /** What of the operator's providers a workspace may use that signed itself up. */
    readonly capabilities: readonly Capability[];
    readonly allow: SignupAllowance;
  };
  /** Where clients reach this installation, without a slash at its end; it may end in a path. */
  readonly publicUrl: string;
  /** Where a person can choose a larger plan. */
  readonly upgradeUrl: string;
  /** The body of an event's webhook; null where the format does not carry its type. */
  readonly webhookBody: (event: EventRow, endpoint: WebhookReader) => WebhookBody | null;
  /** Makes one attempt at a delivery at once and records how it went. */
  readonly fireDelivery: (orgId: string, deliveryId: string) => Promise<void>;
  /** Tells the open sockets of this node that a key has just been revoked. */
  readonly keyRevoked: (apiKeyId: string) => void;
  /** Told when a visitor showed the token of a conversation. */
  readonly visitorSeen: (use: VisitorUse) => void;
  /** Does something once the caller has its answer; what has one name is done one after the other. */
  readonly afterwards: (name: string, work: () => Promise<void>) => void;
  /** Opens the product for somebody else: a new workspace's founder. */
  readonly openAs: (actor: Actor) => DomainContext;
  /** Told of failures that were survived, so that somebody can look. */
  readonly warn: (error: unknown, message: string) => void;
};

/** Of every workspace. */
export type EveryTenant = { readonly feedback: Pick<PrismaClient['feedback'], 'findMany' | 'findFirst' | 'count'> };

/** One caller's view of the product: who acts, what it may read, and the only way for it to change anything. */
export type DomainContext = {
  readonly actor: Actor;
  readonly db: ScopedReader;
  /** The same leads as text, for export. */
  readonly leadTexts: () => Delegate<Texts<LeadRow>, Prisma.LeadWhereInput>;
  /** Runs a statement that reads; the tenant is bound to it. */
  readonly run: Run;
  /** The tables that staff reads of every workspace. @throws FORBIDDEN for who is not staff */
  readonly everyTenant: () => EveryTenant;
  readonly services: DomainServices;
  /** Runs `change` in the one transaction that holds the change, its audit row, events and deliveries. */
  readonly write: <T>(change: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same for what prepares it: an `Idempotency-Key` is left to the write that does what was asked. */
  readonly writeBefore: <T>(change: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `change` as `write` does, undoes it, and answers what it would have done. */
  readonly rehearse: <T>(change: (tx: Tx) => Promise<T>) => Promise<Rehearsed<T>>;
};
