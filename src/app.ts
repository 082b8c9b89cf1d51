import { createServer, type Server } from 'node:http';
import express from 'express';
import type { Logger } from 'pino';
import { ai93WebhookBody } from '../compat/ai93/webhook.ts';
import { createCompat } from '../compat/create-compat.ts';
import { quincerWebhookBody } from '../compat/quincer/webhook.ts';
import { schema } from '../schema/index.ts';
import { signupActor } from './access/actor.ts';
import { createAuthenticate } from './access/authenticate.ts';
import { dialectOfToken } from './access/credentials.ts';
import { createAliasUsage } from './access/alias-usage.ts';
import { createKeyUsage } from './access/key-usage.ts';
import { createRateLimits, type RateLimitPolicy } from './access/rate-limit.ts';
import type { SecretBox } from './access/secret-box.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';
import { createIdempotencyStore } from './db/idempotency.ts';
import { createLeadReader } from './db/read-leads.ts';
import { createWriter } from './db/write.ts';
import type { DomainServices } from './domain/context.ts';
import type { Responder } from './domain/conversations/responder/responder.ts';
import type { Translator } from './domain/conversations/translator.ts';
import { createBus } from './events/bus.ts';
import { createTails } from './events/tails.ts';
import { createRetention } from './jobs/retention.ts';
import { createExportLeads } from './server/export-leads.ts';
import { createGraph } from './server/graph.ts';
import { createGraphContexts } from './server/graph-contexts.ts';
import { createGraphqlHttp } from './server/graphql-http.ts';
import { createLiveExecution } from './server/live-execution.ts';
import { createPages } from './server/pages.ts';
import { createRenderCache } from './server/render-cache.ts';
import { logRequests } from './server/request-id.ts';
import { createSessionWatch } from './server/session-watch.ts';
import { spendUnit } from './server/spend.ts';
import { attachWebSockets } from './server/websocket.ts';
import { createFormats } from './webhooks/formats.ts';
import { createPoster } from './webhooks/poster.ts';
import { retryNow } from './webhooks/retry-now.ts';
import { createAddressPolicy, type Resolver } from './webhooks/safe-address.ts';
import { createDeliveryWorker } from './webhooks/worker.ts';

/** Everything the product is made of that a caller may choose; tests choose a clock and a database of their own. */
export type AppOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
  readonly signup: DomainServices['signup'];
  readonly responder: Responder;
  readonly translator: Translator;
  readonly rateLimitPolicy: RateLimitPolicy;
  readonly eventRetentionDays: number;
  /** After how long a key's use is written down; some seconds by default. */
  readonly usageFlushMs?: number;
  /** In CIDR notation. */
  readonly webhookAllowedRanges: readonly string[];
  readonly resolveHost?: Resolver;
};

export type App = {
  readonly server: Server;
  /** For what is done before anybody can ask: the first workspace. */
  readonly services: DomainServices;
  /** Serves on this address; port 0 takes a free one. Answers the port. */
  listen(port: number, host: string): Promise<number>;
  /** Finishes what is under way, closes sockets with 1001, and leaves the database open. */
  close(): Promise<void>;
};

/** The whole product, put together from left to right: access, log, domain, graph, surfaces, delivery. */
export function createApp(options: AppOptions): App {
  const { database, clock, log, secretBox, publicUrl } = options;
  const report = (error: unknown, requestId: string) => log.error({ err: error, requestId }, 'A request failed.');
  let serving = false;

  const usage = createKeyUsage(database.pool, clock, options.usageFlushMs);
  const aliasUsage = createAliasUsage(database.pool, clock, options.usageFlushMs);
  const authenticate = createAuthenticate(database.pool, clock, usage.touch);
  const rateLimits = createRateLimits({ clock, policy: options.rateLimitPolicy });

  const bus = createBus();
  const tails = createTails({ database, bus, log });
  const sessions = createSessionWatch({ pool: database.pool, clock, log });

  const { webhookAllowedRanges: allowedRanges, resolveHost } = options;
  const addresses = createAddressPolicy({ allowedRanges, ...(resolveHost && { resolve: resolveHost }) });
  const poster = createPoster({ addresses });
  const formats = createFormats({ quincer: quincerWebhookBody, ai93: ai93WebhookBody });
  const worker = createDeliveryWorker({ database, poster, formats, secretBox, clock, log });
  bus.onHint(() => worker.wake());

  const retention = createRetention({ pool: database.pool, clock, log, eventDays: options.eventRetentionDays });

  const contexts = createGraphContexts({
    database,
    tails,
    write: createWriter({ clock, hint: bus.hint }),
    services: {
      clock,
      secretBox,
      publicUrl,
      signup: options.signup,
      responder: options.responder,
      translator: options.translator,
      assertDeliverableUrl: addresses.assertDeliverableUrl,
      keyRevoked: sessions.keyRevoked,
      warn: (error, message) => log.warn({ err: error }, message),
      async fireDelivery(orgId, deliveryId) {
        await retryNow(database, orgId, deliveryId, clock.now());
        worker.wake();
      },
    },
  });
  const graph = createGraph(schema, contexts, report);
  const { createContext, maskError } = graph;
  const live = createLiveExecution({ schema, createContext, maskError, cache: createRenderCache() });

  const web = express().disable('x-powered-by');
  web.use(logRequests(log));
  web.use(createPages({ publicUrl, database, isServing: () => serving }));
  web.all('/graphql', createGraphqlHttp({ graph, authenticate, rateLimits, live, sessions, log }));
  web.use(
    createCompat({
      authenticate,
      dialectOfToken,
      rateLimits,
      report,
      publicUrl,
      stranger: signupActor,
      execute: (request) => graph.execute(request),
      exportLeads: createExportLeads(contexts, createLeadReader(database.pool)),
      aliasUsed: aliasUsage.count,
      idempotency: createIdempotencyStore(database.prisma, () => clock.now()),
      allowedOrigins: async (actor) => {
        const widget = await contexts.openDomain(actor).db.widget.findFirst({ where: { id: actor.widgetId ?? '' } });
        return widget?.allowedOrigins ?? [];
      },
    }),
  );

  const server = createServer(web);
  const sockets = attachWebSockets(server, {
    ...graph,
    live,
    sessions,
    authenticate,
    log,
    spend: async (actor, kind) => void (await spendUnit(rateLimits, actor, kind)),
  });

  return {
    server,
    services: contexts.services,
    async listen(port, host) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      });
      serving = true;
      worker.start();
      retention.start();
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    },
    async close() {
      serving = false;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close();
      sessions.close();
      tails.close();
      server.closeIdleConnections();
      await closed;
      await retention.stop();
      await worker.stop();
      await poster.close();
      await usage.flush();
      await aliasUsage.flush();
    },
  };
}
