import type { Logger } from 'pino';
import type { RateLimitPolicy } from '../access/rate-limit.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { TrustProxy } from '../config-values.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/open/database.ts';
import type { DomainServices } from '../domain/context.ts';
import type { Responder } from '../domain/conversations/responder/responder.ts';
import type { Translator } from '../domain/conversations/translator.ts';
import type { Enricher } from '../domain/leads/enrichment/enricher.ts';
import type { OutsideOptions } from '../outside/create-outside.ts';
import type { ImapServer } from '../outside/returned/imap-connection.ts';
import type { ConnectRedis } from '../redis/connect-redis.ts';
import type { OidcOptions } from '../server/console/oidc-client.ts';
import type { Resolver } from '../webhooks/post/resolve-host.ts';

/** Everything the product is made of that a caller may choose; tests choose a clock and a database of their own. */
export type CoreOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
  /** Proxies whose `X-Forwarded-For` is believed: how many there are, or where they stand. */
  readonly trustProxy?: TrustProxy;
  /** Who signs people in, beside links and keys; null is nobody. */
  readonly oidc?: OidcOptions | null;
  /** What reports of bounces and complaints are signed with; without it none are taken. */
  readonly bounceWebhookSecret?: string | null;
  /** The mailbox that mail comes back to and is answered at; without it none is read. */
  readonly returnedMail?: ImapServer | null;
  /** Where a seller lets people choose a plan; null for a page of ours that says what to do. */
  readonly sellerUrl: string | null;
  /** The plan of workspaces that sign up, and how many one address makes an hour. */
  readonly signup: Pick<DomainServices['signup'], 'open' | 'tier'> &
    Partial<Pick<DomainServices['signup'], 'capabilities'>> & { readonly perHour: number };
  /** Where no model is set up, or it gives no answer. */
  readonly responder: Responder;
  /** Where no provider is set up. */
  readonly translator: Translator;
  /** The providers that are set up; none by default. */
  readonly outside?: OutsideOptions;
  /** In CIDR notation: private ranges where providers may be. */
  readonly outsideAllowedRanges?: readonly string[];
  /** Where no provider is set up. */
  readonly enricher: Enricher;
  readonly rateLimitPolicy: RateLimitPolicy;
  /** Where nodes pass on hints and count together; without it each goes by itself. */
  readonly connectRedis?: ConnectRedis | null;
  readonly eventRetentionDays: number;
  /** Whether reads are answered from what was told before while nothing changed; they are by default. */
  readonly keepAnswers?: boolean;
  /** After how long a key's use is written down; some seconds by default. */
  readonly usageFlushMs?: number;
  /** How often a visitor’s open stream counts as a use of their token; an hour by default. */
  readonly visitorRenewMs?: number;
  /** In CIDR notation. */
  readonly webhookAllowedRanges: readonly string[];
  readonly resolveHost?: Resolver;
  /** After which the deliveries of a node that died are made by another; more than twice as long as a post may take. */
  readonly webhookLeaseMs?: number;
  /** After which the jobs of a node that died are taken by another. */
  readonly jobLeaseMs?: number;
  /** After which a mail that a node claimed and did not tell of counts as uncertain. */
  readonly mailLostMs?: number;
  /** The organisation whose deliveries alone are made; absent is all of them. */
  readonly webhooksOf?: string;
  /** After which something in the background that has not succeeded makes the node not ready. */
  readonly backgroundLateMs?: number;
};
