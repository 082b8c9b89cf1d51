import { schema } from '../../schema/index.ts';
import { systemActor } from '../access/actor.ts';
import { createWriter } from '../db/write/write.ts';
import type { DomainContext } from '../domain/context.ts';
import { createBus } from '../events/bus.ts';
import { createTails } from '../events/tails.ts';
import { createPulses } from '../pulses.ts';
import { createGraph } from '../server/graphql/graph.ts';
import { createGraphContexts } from '../server/graphql/graph-contexts.ts';
import { createLiveExecution } from '../server/live/live-execution.ts';
import { createRenderCache } from '../server/live/render-cache.ts';
import { createSessionWatch } from '../server/live/session-watch.ts';
import { createReport } from '../server/report.ts';
import type { CoreOptions } from './core-options.ts';
import { createAccess } from './create-access.ts';
import { createBackground } from './create-background.ts';
import { createDelivery } from './create-delivery.ts';
import { createServices } from './create-services.ts';

/** Opens the domain for what the product does by itself in a workspace; `purpose` is told in the audit. */
export type ActAsSystem = (orgId: string, purpose: string) => DomainContext;

/** Everything behind the surfaces, from left to right: access, log, delivery, domain, graph. */
export function createCore(options: CoreOptions) {
  const { database, clock, log } = options;
  const report = createReport(log);
  const pulses = createPulses(log, options.backgroundLateMs);
  const actAsSystem: ActAsSystem = (orgId, purpose) => contexts.openDomain(systemActor(orgId, purpose));

  const access = createAccess(options, pulses);
  const bus = createBus();
  const tails = createTails({ database, bus, log, pulses });
  const sessions = createSessionWatch({ pool: database.pool, clock, log, pulses });
  const delivery = createDelivery(options, pulses, actAsSystem);
  const background = createBackground(options, pulses, actAsSystem);
  const write = createWriter({
    clock,
    assertRoom: database.assertRoom,
    perOrganisation: Math.max(1, Math.floor((database.pool.options.max ?? 1) / 2)),
    onCommit(orgId, deliveries) {
      bus.hint(orgId);
      if (deliveries > 0) delivery.worker.wake();
    },
  });
  const services = createServices(options, delivery, sessions);
  const contexts = createGraphContexts({ database, tails, write, services });
  const graph = createGraph(schema, contexts, report);
  const { createContext, maskError } = graph;
  const { mayGoOn } = sessions;
  const live = createLiveExecution({ schema, createContext, maskError, cache: createRenderCache(), mayGoOn });

  return { report, pulses, ...access, tails, sessions, ...delivery, ...background, contexts, graph, live };
}

export type Core = ReturnType<typeof createCore>;
