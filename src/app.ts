import type { Server } from 'node:http';
import express from 'express';
import { createCompat } from '../compat/create-compat.ts';
import { signupActor } from './access/actor.ts';
import { dialectOfToken } from './access/credentials.ts';
import { dialects } from './access/dialects.ts';
import { toFailure } from './db/driver-errors.ts';
import { createReadVersion } from './db/write/expected-row.ts';
import { createIdempotencyStore } from './db/write/idempotency.ts';
import { createLeadReader } from './db/read/read-leads.ts';
import { basePathOf } from './http/base-path.ts';
import { createExportLeads } from './server/export-leads.ts';
import { createGraphiql } from './server/graphiql/create-graphiql.ts';
import { createGraphqlHttp } from './server/graphql/graphql-http.ts';
import { prepareDrain } from './server/process/drain.ts';
import { createPages } from './server/pages/pages.ts';
import { logRequests } from './server/request-id.ts';
import { createRefusals } from './server/refusals.ts';
import { spendUnit } from './server/graphql/spend.ts';
import { attachWebSockets } from './server/live/websocket.ts';
import type { DomainServices } from './domain/context.ts';
import type { TrustProxy } from './config.ts';
import { type CoreOptions, createCore } from './core.ts';

export type AppOptions = CoreOptions & {
  /** Listens already: the product says its address from the first moment on. */
  readonly server: Server;
  /** Proxies whose `X-Forwarded-For` is believed: how many there are, or where they stand. */
  readonly trustProxy?: TrustProxy;
};

export type App = {
  readonly server: Server;
  /** For what is done before anybody can ask: the first workspace. */
  readonly services: DomainServices;
  /** Says that it is ready, and begins what is done in the background. */
  start(): void;
  /** Finishes what is under way, closes sockets with 1001, and leaves the database open. */
  close(): Promise<void>;
};

/** The whole product: the core, and the surfaces through which it is reached. */
export function createApp(options: AppOptions): App {
  const { database, clock, log, publicUrl, server } = options;
  const core = createCore(options);
  const { authenticate, rateLimits, sessions, contexts, graph, live } = core;
  let serving = false;

  const web = express().disable('x-powered-by');
  web.set('trust proxy', options.trustProxy ?? false);
  web.use(logRequests(log));
  const refusals = createRefusals(basePathOf(publicUrl), log);
  web.use(refusals.requireHost);
  web.use(
    createPages({ publicUrl, sellerUrl: options.sellerUrl, database, pulses: core.pulses, isServing: () => serving }),
  );
  const graphiql = createGraphiql(basePathOf(publicUrl));
  web.use('/graphql/assets', graphiql.assets);
  const idempotency = createIdempotencyStore(database.prisma, () => clock.now());
  const graphqlHttp = createGraphqlHttp({
    graph,
    graphiql,
    authenticate,
    rateLimits,
    idempotency,
    live,
    sessions,
    log,
  });
  web.all('/graphql', graphqlHttp.handle);
  web.use(
    createCompat({
      authenticate,
      dialectOfToken,
      rateLimits,
      report: core.report,
      toFailure,
      publicUrl,
      homeOf: (dialect) => dialects[dialect].home,
      stranger: signupActor,
      execute: (request) => graph.execute(request),
      exportLeads: createExportLeads(contexts, createLeadReader(database.pool)),
      aliasUsed: core.aliasUsage.count,
      rowVersion: createReadVersion(database.pool),
      idempotency,
      allowedOrigins: async (actor) => {
        const widget = await contexts.openDomain(actor).db.widget.findFirst({ where: { id: actor.widgetId ?? '' } });
        return widget?.allowedOrigins ?? [];
      },
    }),
  );

  web.use(refusals.answerNowhere);
  web.use(refusals.catchUnforeseen);

  const drain = prepareDrain(server);
  server.on('request', web);
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
    start() {
      serving = true;
      core.worker.start();
      core.retention.start();
      core.idleLeads.start();
    },
    async close() {
      serving = false;
      const drained = drain();
      const stopped = Promise.all([core.retention.stop(), core.idleLeads.stop(), core.worker.stop()]);
      await Promise.all([sockets.close(), graphqlHttp.close()]);
      sessions.close();
      core.tails.close();
      await Promise.all([drained, stopped]);
      await core.poster.close();
      await Promise.all([core.usage.flush(), core.aliasUsage.flush()]);
    },
  };
}
