import express, { type Express } from 'express';
import { createCompat } from '../compat/create-compat.ts';
import { signupActor } from './access/actor.ts';
import { dialectOfToken } from './access/credentials.ts';
import { dialects } from './access/dialects.ts';
import type { TrustProxy } from './config.ts';
import type { Core } from './core/create-core.ts';
import type { CoreOptions } from './core/core-options.ts';
import { toFailure } from './db/driver-errors.ts';
import { createLeadReader } from './db/read/read-leads.ts';
import { createReadVersion } from './db/write/expected-row.ts';
import { createIdempotencyStore } from './db/write/idempotency.ts';
import { basePathOf } from './http/base-path.ts';
import type { IdempotencyStore } from './http/idempotency.ts';
import { createExportLeads } from './server/export-leads.ts';
import { createGraphiql } from './server/graphiql/create-graphiql.ts';
import { createGraphqlHttp, type GraphqlHttp } from './server/graphql/graphql-http.ts';
import { createPages } from './server/pages/pages.ts';
import { createRefusals } from './server/refusals.ts';
import { logRequests } from './server/request-id.ts';

export type WebOptions = CoreOptions & {
  /** Proxies whose `X-Forwarded-For` is believed: how many there are, or where they stand. */
  readonly trustProxy?: TrustProxy;
  /** False while starting and from the moment the process is told to end. */
  readonly isServing: () => boolean;
};

/** Everything that is answered over HTTP, in the order in which it is asked. */
export function createWeb(options: WebOptions, core: Core): { web: Express; graphqlHttp: GraphqlHttp } {
  const { database, clock, log, publicUrl, sellerUrl, isServing } = options;
  const base = basePathOf(publicUrl);
  const refusals = createRefusals(base, log);
  const graphiql = createGraphiql(base);
  const idempotency = createIdempotencyStore(database.prisma, () => clock.now());
  const graphqlHttp = createGraphqlHttp({ ...core, graphiql, idempotency, log });

  const web = express().disable('x-powered-by');
  web.set('trust proxy', options.trustProxy ?? false);
  web.use(logRequests(log));
  web.use(refusals.requireHost);
  web.use(createPages({ publicUrl, sellerUrl, database, pulses: core.pulses, isServing }));
  web.use('/graphql/assets', graphiql.assets);
  web.all('/graphql', graphqlHttp.handle);
  web.use(createCompat(compatOptions(options, core, idempotency)));
  web.use(refusals.answerNowhere);
  web.use(refusals.catchUnforeseen);
  return { web, graphqlHttp };
}

function compatOptions(
  { database, publicUrl }: WebOptions,
  { authenticate, rateLimits, report, graph, contexts, aliasUsage }: Core,
  idempotency: IdempotencyStore,
): Parameters<typeof createCompat>[0] {
  return {
    authenticate,
    dialectOfToken,
    rateLimits,
    report,
    toFailure,
    publicUrl,
    homeOf: (dialect) => dialects[dialect].home,
    stranger: signupActor,
    execute: (request) => graph.execute(request),
    exportLeads: createExportLeads(contexts, createLeadReader(database.pool)),
    aliasUsed: aliasUsage.count,
    rowVersion: createReadVersion(database.pool),
    idempotency,
    allowedOrigins: async (actor) => {
      const widget = await contexts.openDomain(actor).db.widget.findFirst({ where: { id: actor.widgetId ?? '' } });
      return widget?.allowedOrigins ?? [];
    },
  };
}
