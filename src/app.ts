import type { Server } from 'node:http';
import type { CoreOptions } from './core/core-options.ts';
import { createCore } from './core/create-core.ts';
import type { DomainServices } from './domain/context.ts';
import { spendUnit } from './server/graphql/spend.ts';
import { attachWebSockets } from './server/live/websocket.ts';
import { prepareDrain } from './server/process/drain.ts';
import { createWeb } from './web.ts';

export type AppOptions = CoreOptions & {
  /** Listens already: the product says its address from the first moment on. */
  readonly server: Server;
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
  const { server, log } = options;
  const core = createCore(options);
  let serving = false;
  const { answer, graphqlHttp } = createWeb({ ...options, isServing: () => serving }, core);
  const drain = prepareDrain(server);
  server.on('request', answer);
  const { graph, live, keyWatch, authenticate, readSession, rateLimits } = core;
  const sockets = attachWebSockets(server, {
    ...graph,
    live,
    keyWatch,
    authenticate,
    readSession,
    log,
    spend: async (actor, kind) => void (await spendUnit(rateLimits, actor, kind)),
  });

  return {
    server,
    services: core.contexts.services,
    start() {
      serving = true;
      core.worker.start();
      void core.outside.check();
      core.jobs.start();
    },
    async close() {
      serving = false;
      const drained = drain();
      const stopped = Promise.all([core.jobs.stop(), core.worker.stop()]);
      await Promise.all([sockets.close(), graphqlHttp.close(), core.visitorStreams.close()]);
      keyWatch.close();
      core.origins.close();
      core.tails.close();
      await Promise.all([drained, stopped, core.afterwards.close(Promise.all([drained, stopped]))]);
      await Promise.all([core.poster.close(), core.outside.close()]);
      core.betweenNodes?.close();
      await Promise.all([core.usage.flush(), core.aliasUsage.flush(), core.visitorUsage.flush()]);
    },
  };
}
