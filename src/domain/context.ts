import type { Actor } from '../access/actor.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { Clock } from '../clock.ts';
import type { FeedbackInbox } from '../db/read/feedback-inbox.ts';
import type { ScopedReader } from '../db/scoped.ts';
import type { Tx } from '../db/write/write.ts';
import type { FindConnections } from '../db/read/lead-connections.ts';
import type { FindStalledLeads } from '../db/read/stalled-leads.ts';
import type { ReadPipelineFigures } from '../db/read/pipeline-figures.ts';
import type { Tier } from '../db/generated/prisma/enums.ts';
import type { Responder } from './conversations/responder/responder.ts';
import type { Translator } from './conversations/translator.ts';
import type { Enricher } from './leads/enrichment/enricher.ts';
import type { SignupAllowance } from './workspaces/signup-allowance.ts';

/** What the verbs need of the running product, the same for every caller. */
export type DomainServices = {
  readonly clock: Clock;
  readonly responder: Responder;
  readonly translator: Translator;
  readonly enricher: Enricher;
  readonly findConnections: FindConnections;
  readonly findStalledLeads: FindStalledLeads;
  readonly readPipelineFigures: ReadPipelineFigures;
  readonly secretBox: SecretBox;
  /** @throws INVALID when webhooks may not be sent there. */
  readonly assertDeliverableUrl: (url: string) => Promise<void>;
  readonly signup: { readonly open: boolean; readonly tier: Tier; readonly allow: SignupAllowance };
  /** Where clients reach this installation, without a slash at its end; it may end in a path. */
  readonly publicUrl: string;
  /** Where a person can choose a larger plan. */
  readonly upgradeUrl: string;
  /** Reports of every workspace: for staff alone. */
  readonly feedbackInbox: FeedbackInbox;
  /** Makes one attempt at a delivery at once and records how it went. */
  readonly fireDelivery: (orgId: string, deliveryId: string) => Promise<void>;
  /** Tells the open sockets of this node that a key has just been revoked. */
  readonly keyRevoked: (apiKeyId: string) => void;
  /** Opens the product for somebody else: a new workspace's founder. */
  readonly openAs: (actor: Actor) => DomainContext;
  /** Told of failures that were survived, so that somebody can look. */
  readonly warn: (error: unknown, message: string) => void;
};

/** One caller's view of the product: who acts, what it may read, and the only way for it to change anything. */
export type DomainContext = {
  readonly actor: Actor;
  readonly db: ScopedReader;
  readonly services: DomainServices;
  /** Runs `change` in the one transaction that holds the change, its audit row, events and deliveries. */
  readonly write: <T>(change: (tx: Tx) => Promise<T>) => Promise<T>;
};
