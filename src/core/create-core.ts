import { schema } from '../../schema/index.ts';
import { systemActor } from '../access/actor.ts';
import { createWriter } from '../db/write/write.ts';
import { createBus } from '../events/bus.ts';
import { createTails } from '../events/tails.ts';
import { createPulses } from '../pulses.ts';
import { createOwnOrigin } from '../server/console/own-origin.ts';
import { createReadSession } from '../server/console/read-session.ts';
import { createGraph } from '../server/graphql/graph.ts';
import { createGraphContexts } from '../server/graphql/graph-contexts.ts';
import { createKeptAnswers, keepNothing } from '../server/kept/kept-answers.ts';
import { createLiveExecution } from '../server/live/live-execution.ts';
import { createOriginWatch } from '../server/live/origin-watch.ts';
import { createRenderCache } from '../server/live/render-cache.ts';
import { createKeyWatch } from '../server/live/key-watch.ts';
import { createVisitorStreams } from '../server/live/visitor-streams.ts';
import { createHostResolver } from '../webhooks/post/resolve-host.ts';
import { createReport } from '../server/report.ts';
import { createAfterwards } from './afterwards.ts';
import type { ActAsSystem } from './act-as-system.ts';
import type { CoreOptions } from './core-options.ts';
import { createAccess } from './create-access.ts';
import { createBackground } from './create-background.ts';
import { createDelivery } from './create-delivery.ts';
import { createProviders } from './create-providers.ts';
import { createServices } from './create-services.ts';

/** Everything behind the surfaces, from left to right: access, log, delivery, domain, graph. */
export function createCore(given: CoreOptions) {
  // One for all that leaves: of look-ups that hang, two at once would hold up every other one.
  const options = { ...given, resolveHost: given.resolveHost ?? createHostResolver() };
  const { database, clock, log } = options;
  const report = createReport(log);
  const pulses = createPulses(log, options.backgroundLateMs);
  const actAsSystem: ActAsSystem = (orgId, purpose) => contexts.openDomain(systemActor(orgId, purpose));

  const betweenNodes = options.connectRedis?.({ pulses, secretBox: options.secretBox });
  const access = createAccess(options, pulses, betweenNodes?.openWindows);
  const bus = createBus(betweenNodes?.bus);
  const tails = createTails({ database, bus, log, pulses });
  const keyWatch = createKeyWatch({ pool: database.pool, clock, log, pulses });
  const delivery = createDelivery(options, pulses, actAsSystem);
  const outside = createProviders(options);
  const background = createBackground(options, pulses, actAsSystem, outside);
  const write = createWriter({
    pool: database.pool,
    clock,
    assertRoom: database.assertRoom,
    perOrganisation: Math.max(1, Math.floor((database.pool.options.max ?? 1) / 2)),
    onCommit(orgId, { position, deliveries }) {
      bus.hint(orgId, position);
      if (deliveries > 0) delivery.worker.wake();
    },
    onEnqueued: () => background.jobs.wake(),
  });
  const afterwards = createAfterwards((error, message) => log.warn({ err: error }, message));
  const services = createServices(options, { ...delivery, keyWatch, ...access, afterwards, betweenNodes, outside });
  const contexts = createGraphContexts({ database, tails, write, services });
  const graph = createGraph(schema, contexts, report);
  const kept = options.keepAnswers === false ? keepNothing : createKeptAnswers();
  const { createContext, maskError } = graph;
  const { mayGoOn } = keyWatch;
  const live = createLiveExecution({ schema, createContext, maskError, cache: createRenderCache(), mayGoOn });

  const origins = createOriginWatch({ pool: database.pool, log, pulses });
  const visitorStreams = createVisitorStreams({
    live,
    keyWatch,
    origins,
    clock,
    seen: access.visitorUsage.seen,
    renewMs: options.visitorRenewMs,
  });

  const ownOrigin = createOwnOrigin(options.publicUrl, Boolean(options.trustProxy));
  const readSession = createReadSession(ownOrigin, access.authenticateSession);

  const open = { betweenNodes, tails, keyWatch, origins, visitorStreams, ownOrigin, readSession };
  return {
    report,
    pulses,
    ...access,
    ...open,
    ...delivery,
    ...background,
    outside,
    afterwards,
    contexts,
    graph,
    kept,
    live,
  };
}

export type Core = ReturnType<typeof createCore>;
