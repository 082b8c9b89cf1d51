import type { RequestListener } from 'node:http';
import express from 'express';
import { createCompat } from '../compat/create-compat.ts';
import { signupActor, systemActor } from './access/actor.ts';
import { dialectOfToken } from './access/credentials.ts';
import { dialects } from './access/dialects.ts';
import { createCalendarIntake } from './outside/calendars/create-calendar-intake.ts';
import { createIntake, type IntakeOptions } from './outside/intake/create-intake.ts';
import { createMailHook, type MailHookOptions } from './outside/mail/mail-hook.ts';
import type { ActAsSystem } from './core/act-as-system.ts';
import type { Core } from './core/create-core.ts';
import type { CoreOptions } from './core/core-options.ts';
import { firstWidgetKey } from './domain/widgets/first-widget-key.ts';
import { allowsOrigin } from './domain/widgets/allows-origin.ts';
import { toFailure } from './db/driver-errors.ts';
import { createRunAcross } from './db/run/run.ts';
import { createReadVersion } from './db/write/expected-row.ts';
import { createIdempotencyStore } from './db/write/idempotency.ts';
import { closeSession } from './domain/sessions/close-session.ts';
import { recordMailReport } from './domain/emails/record-mail-report.ts';
import { findRecipient, unsubscribeRecipient } from './domain/emails/unsubscribe-recipient.ts';
import { openSession } from './domain/sessions/open-session.ts';
import { redeemInvitation } from './domain/sessions/redeem-invitation.ts';
import { signInByAddress } from './domain/sessions/sign-in-by-address.ts';
import { DomainError } from './errors.ts';
import { basePathOf } from './http/base-path.ts';
import type { IdempotencyStore } from './http/idempotency.ts';
import { consoleFolder, createConsolePages } from './server/console/pages.ts';
import { createOidcClient, type OidcOptions } from './server/console/oidc-client.ts';
import { createOidcHttp, type OidcHttpOptions } from './server/console/oidc-http.ts';
import { isShown } from './server/console/read-session.ts';
import { createSessionHttp, type SessionHttpOptions } from './server/console/session-http.ts';
import { createExportLeads } from './server/export-leads.ts';
import { createGraphiql } from './server/graphiql/create-graphiql.ts';
import { createHooksHttp } from './server/hooks/hooks-http.ts';
import { createGraphqlHttp, type GraphqlHttp } from './server/graphql/graphql-http.ts';
import { createOperationHandler } from './server/graphql/operation-handler.ts';
import { createPages } from './server/pages/pages.ts';
import { createUnsubscribe, type UnsubscribeOptions } from './server/pages/unsubscribe-http.ts';
import { createRefusals } from './server/refusals.ts';
import { logRequests } from './server/request-id.ts';
import { createDemoPage, type DemoPageOptions } from './server/widget/demo-page.ts';
import { createPreviewPage } from './server/widget/preview-page.ts';
import { createWidgetHttp } from './server/widget/widget-http.ts';

export type WebOptions = CoreOptions & {
  /** False while starting and from the moment the process is told to end. */
  readonly isServing: () => boolean;
};

/** Everything that is answered over HTTP, in the order in which it is asked. */
export function createWeb(options: WebOptions, core: Core): { answer: RequestListener; graphqlHttp: GraphqlHttp } {
  const { database, clock, log, publicUrl, sellerUrl, isServing } = options;
  const base = basePathOf(publicUrl);
  const refusals = createRefusals(base, log);
  const graphiql = createGraphiql(base);
  const idempotency = createIdempotencyStore(database.prisma, () => clock.now());
  const graphqlHttp = createGraphqlHttp({ ...core, idempotency, log });
  const logRequest = logRequests(log);

  const web = express().disable('x-powered-by');
  web.set('trust proxy', options.trustProxy ?? false);
  web.use(logRequest);
  web.use(refusals.requireHost);
  const { pulses, betweenNodes: redis, outside } = core;
  web.use(createPages({ publicUrl, sellerUrl, database, pulses, redis, providers: outside.states, isServing }));
  web.use(createUnsubscribe(unsubscribeOptions(options, core)));
  web.all('/console/session', createSessionHttp(sessionOptions(options, core)));
  if (options.oidc) web.use(createOidcHttp(oidcOptions(options, options.oidc, core)));
  web.use(
    createConsolePages({ base, hasOidc: options.oidc !== null && options.oidc !== undefined, folder: consoleFolder }),
  );
  web.get('/widget/preview', createPreviewPage(base));
  web.use(createWidgetHttp());
  web.get('/demo', createDemoPage(demoOptions(options, core)));
  web.all('/hooks/mail', createHooksHttp({ ...core, receive: createMailHook(mailHookOptions(options, core)) }));
  const intake = intakeOptions(options, core);
  web.all('/hooks/in/:token', createHooksHttp({ ...core, receive: createIntake(intake) }));
  web.all('/hooks/calendar/:token', createHooksHttp({ ...core, receive: createCalendarIntake(intake) }));
  web.use('/graphql/assets', graphiql.assets);
  web.get('/graphql', graphiql.page);
  web.all('/graphql', graphqlHttp.handle);
  web.use(createCompat(compatOptions(options, core, idempotency)));
  web.use(refusals.answerNowhere);
  web.use(refusals.catchUnforeseen);
  const operation = createOperationHandler({ logRequest, handle: graphqlHttp.handle, log });
  return { answer: (request, response) => void (operation(request, response) || web(request, response)), graphqlHttp };
}

/** How who was written to asks for no more. */
function unsubscribeOptions({ database, publicUrl }: WebOptions, { contexts }: Core): UnsubscribeOptions {
  const runAcross = createRunAcross(database.pool);
  return {
    base: basePathOf(publicUrl),
    isKnown: async (token) => (await findRecipient(runAcross, token)) !== null,
    async unsubscribe(token) {
      const recipient = await findRecipient(runAcross, token);
      if (recipient) await unsubscribeRecipient(contexts.services, recipient);
      return recipient !== null;
    },
  };
}

/** How people sign in to the console and leave it. */
function sessionOptions({ database }: WebOptions, core: Core): SessionHttpOptions {
  const { authenticate, contexts, ownOrigin, rateLimits, report } = core;
  const { services, openDomain } = contexts;
  const runAcross = createRunAcross(database.pool);
  return {
    ownOrigin,
    rateLimits,
    report,
    openByKey: async (key, requestId) => openSession(openDomain(await authenticate(key, requestId))),
    openByToken: (token, requestId) => redeemInvitation({ ...services, runAcross }, token, requestId),
    close: closeIn(core),
  };
}

const closeIn =
  ({ authenticateSession, contexts }: Core): SessionHttpOptions['close'] =>
  async (token, person, requestId) => {
    const actor = await authenticateSession(token, requestId).catch(whereNobodyIs);
    if (actor && !isShown(person, actor)) return false;
    if (actor) await closeSession(contexts.openDomain(actor));
    return true;
  };

const actAsSystemIn =
  ({ contexts }: Core): ActAsSystem =>
  (orgId, purpose) =>
    contexts.openDomain(systemActor(orgId, purpose));

/** What is posted to sync sources and calendars is taken in by the workspace itself. */
function intakeOptions({ database, clock, log, secretBox }: WebOptions, core: Core): IntakeOptions {
  return { pool: database.pool, clock, log, secretBox, openDomain: actAsSystemIn(core) };
}

/** What is told of mail that went out is recorded by the workspace whose mail it is. */
function mailHookOptions(
  { database, clock, bounceWebhookSecret: secret = null }: WebOptions,
  core: Core,
): MailHookOptions {
  const across = { runAcross: createRunAcross(database.pool), actAsSystem: actAsSystemIn(core) };
  return { secret, clock, record: (report) => recordMailReport(across, report) };
}

function oidcOptions(
  { database, publicUrl, clock, secretBox }: WebOptions,
  oidc: OidcOptions,
  core: Core,
): OidcHttpOptions {
  const { contexts, rateLimits, report } = core;
  const close = closeIn(core);
  const runAcross = createRunAcross(database.pool);
  return {
    client: createOidcClient(oidc, `${publicUrl}/console/oidc/callback`),
    publicUrl,
    clock,
    secretBox,
    rateLimits,
    report,
    close: (token, requestId) => close(token, undefined, requestId),
    signIn: (person, workspace, requestId) =>
      signInByAddress({ ...contexts.services, runAcross }, { ...person, workspace, requestId }),
  };
}

function demoOptions({ publicUrl, secretBox }: WebOptions, { authenticate, contexts }: Core): DemoPageOptions {
  const key = firstWidgetKey(secretBox);
  return {
    publicUrl,
    key,
    async findWidget(requestId) {
      const actor = await authenticate(key, requestId).catch(whereNobodyIs);
      return (
        actor &&
        contexts.openDomain(actor).db.widget.findFirst({ where: { id: actor.widgetId ?? '', deletedAt: null } })
      );
    },
  };
}

function whereNobodyIs(error: unknown): null {
  if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') return null;
  throw error;
}

function compatOptions(
  { database, publicUrl }: WebOptions,
  { authenticate, authenticateVisitor, rateLimits, report, graph, contexts, aliasUsage, visitorStreams, kept }: Core,
  idempotency: IdempotencyStore,
): Parameters<typeof createCompat>[0] {
  return {
    authenticate,
    authenticateVisitor,
    dialectOfToken,
    rateLimits,
    report,
    toFailure,
    publicUrl,
    homeOf: (dialect) => dialects[dialect].home,
    stranger: signupActor,
    execute: (request) => graph.execute(request),
    subscribe: (request) => visitorStreams.open(request),
    exportLeads: createExportLeads(contexts),
    kept: { answers: kept, isKeepable: graph.isKeepable },
    aliasUsed: aliasUsage.count,
    rowVersion: createReadVersion(database.pool),
    idempotency,
    mayComeFrom: async (actor, origin) => {
      const widget = await contexts.openDomain(actor).db.widget.findFirst({ where: { id: actor.widgetId ?? '' } });
      return widget !== null && allowsOrigin(widget.allowedOrigins, origin);
    },
  };
}
