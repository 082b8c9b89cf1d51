import type { Logger } from 'pino';
import { webhookBodies } from '../compat/vendor-apis.ts';
import { schema } from '../schema/index.ts';
import { systemActor } from './access/actor.ts';
import { createAliasUsage } from './access/alias-usage.ts';
import { createAuthenticate } from './access/authenticate.ts';
import { createKeyUsage } from './access/key-usage.ts';
import { createRateLimits, type RateLimitPolicy } from './access/rate-limit.ts';
import type { SecretBox } from './access/secret-box.ts';
import type { Clock } from './clock.ts';
import { createPulses } from './pulses.ts';
import type { Database } from './db/open/database.ts';
import { createFindConnections } from './db/read/lead-connections.ts';
import { createFindIdleLeads } from './db/read/idle-rules.ts';
import { createReadPipelineFigures } from './db/read/pipeline-figures.ts';
import { createFeedbackInbox } from './db/read/feedback-inbox.ts';
import { createFindStalledLeads } from './db/read/stalled-leads.ts';
import { createWriter } from './db/write/write.ts';
import type { DomainServices } from './domain/context.ts';
import { moveIdleLead } from './domain/automation/move-idle-lead.ts';
import { createSignupAllowance } from './domain/workspaces/signup-allowance.ts';
import { disableFailingEndpoint } from './domain/webhooks/disable-failing-endpoint.ts';
import type { Responder } from './domain/conversations/responder/responder.ts';
import type { Translator } from './domain/conversations/translator.ts';
import type { Enricher } from './domain/leads/enrichment/enricher.ts';
import { createBus } from './events/bus.ts';
import { createTails } from './events/tails.ts';
import { createIdleLeadsJob } from './jobs/idle-leads.ts';
import { createRetention } from './jobs/retention.ts';
import { createGraph } from './server/graphql/graph.ts';
import { createGraphContexts } from './server/graphql/graph-contexts.ts';
import { createLiveExecution } from './server/live/live-execution.ts';
import { createReport } from './server/report.ts';
import { createRenderCache } from './server/live/render-cache.ts';
import { createSessionWatch } from './server/live/session-watch.ts';
import { createFormats } from './webhooks/format/formats.ts';
import { createPoster } from './webhooks/post/poster.ts';
import { retryNow } from './webhooks/retry-now.ts';
import type { Resolver } from './webhooks/post/resolve-host.ts';
import { createAddressPolicy } from './webhooks/post/safe-address.ts';
import { createDeliveryWorker } from './webhooks/worker.ts';

/** Everything the product is made of that a caller may choose; tests choose a clock and a database of their own. */
export type CoreOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
  /** Where a seller lets people choose a plan; null for a page of ours that says what to do. */
  readonly sellerUrl: string | null;
  /** The plan of workspaces that sign up, and how many one address makes an hour. */
  readonly signup: Pick<DomainServices['signup'], 'open' | 'tier'> & { readonly perHour: number };
  readonly responder: Responder;
  readonly translator: Translator;
  readonly enricher: Enricher;
  readonly rateLimitPolicy: RateLimitPolicy;
  readonly eventRetentionDays: number;
  /** After how long a key's use is written down; some seconds by default. */
  readonly usageFlushMs?: number;
  /** In CIDR notation. */
  readonly webhookAllowedRanges: readonly string[];
  readonly resolveHost?: Resolver;
  /** After which the deliveries of a node that died are made by another; more than twice as long as a post may take. */
  readonly webhookLeaseMs?: number;
  /** After which something in the background that has not succeeded makes the node not ready. */
  readonly backgroundLateMs?: number;
};

/** Everything behind the surfaces, from left to right: access, log, delivery, domain, graph. */
export function createCore(options: CoreOptions) {
  const { database, clock, log, secretBox, publicUrl } = options;
  const report = createReport(log);
  const pulses = createPulses(log, options.backgroundLateMs);
  const usageOf = (name: string) => ({
    flushMs: options.usageFlushMs,
    pulse: pulses.watch({
      name: `record the use of ${name}`,
      failing: `The use of ${name} cannot be recorded; meanwhile it is lost.`,
      recovered: `The use of ${name} can be recorded again.`,
      lateAfterMs: null,
    }),
  });

  const usage = createKeyUsage(database.pool, clock, usageOf('keys'));
  const aliasUsage = createAliasUsage(database.pool, clock, usageOf('older spellings'));
  const authenticate = createAuthenticate(database.pool, clock, usage.touch);
  const rateLimits = createRateLimits({ clock, policy: options.rateLimitPolicy });

  const bus = createBus();
  const tails = createTails({ database, bus, log, pulses });
  const sessions = createSessionWatch({ pool: database.pool, clock, log, pulses });

  const { webhookAllowedRanges: allowedRanges, resolveHost } = options;
  const addresses = createAddressPolicy({ allowedRanges, ...(resolveHost && { resolve: resolveHost }) });
  const poster = createPoster({ addresses });
  const formats = createFormats(webhookBodies);
  const worker = createDeliveryWorker({
    database,
    poster,
    formats,
    secretBox,
    clock,
    log,
    pulses,
    ...(options.webhookLeaseMs !== undefined && { leaseMs: options.webhookLeaseMs }),
    onGivenUp: (endpoint) => {
      const failed = (error: unknown) => log.error({ err: error, ...endpoint }, 'A failing endpoint was not disabled.');
      disableFailingEndpoint(contexts.openDomain(systemActor(endpoint.orgId, 'webhooks')), endpoint).catch(failed);
    },
  });

  const retention = createRetention({ pool: database.pool, clock, log, pulses, eventDays: options.eventRetentionDays });
  const idleLeads = createIdleLeadsJob({
    find: createFindIdleLeads(database.pool),
    move: ({ orgId, leadId }) => moveIdleLead(contexts.openDomain(systemActor(orgId, 'automation')), leadId),
    clock,
    log,
    pulses,
  });

  const contexts = createGraphContexts({
    database,
    tails,
    write: createWriter({
      clock,
      assertRoom: database.assertRoom,
      perOrganisation: Math.max(1, Math.floor((database.pool.options.max ?? 1) / 2)),
      onCommit(orgId, deliveries) {
        bus.hint(orgId);
        if (deliveries > 0) worker.wake();
      },
    }),
    services: {
      clock,
      secretBox,
      publicUrl,
      upgradeUrl: options.sellerUrl ?? `${publicUrl}/pricing`,
      feedbackInbox: createFeedbackInbox(database.prisma),
      signup: { ...options.signup, allow: createSignupAllowance(options.signup.perHour) },
      responder: options.responder,
      translator: options.translator,
      enricher: options.enricher,
      findConnections: createFindConnections(database.pool),
      findStalledLeads: createFindStalledLeads(database.pool),
      readPipelineFigures: createReadPipelineFigures(database.pool),
      assertDeliverableUrl: addresses.assertDeliverableUrl,
      keyRevoked: sessions.keyRevoked,
      warn: (error, message) => log.warn({ err: error }, message),
      async fireDelivery(orgId, deliveryId) {
        await retryNow(database, orgId, deliveryId);
        worker.wake();
      },
    },
  });
  const graph = createGraph(schema, contexts, report);
  const { createContext, maskError } = graph;
  const live = createLiveExecution({
    schema,
    createContext,
    maskError,
    cache: createRenderCache(),
    mayGoOn: sessions.mayGoOn,
  });

  return {
    report,
    pulses,
    usage,
    aliasUsage,
    authenticate,
    rateLimits,
    tails,
    sessions,
    poster,
    worker,
    retention,
    idleLeads,
    contexts,
    graph,
    live,
  };
}
